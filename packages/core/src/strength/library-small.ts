import { session } from "./library-entry.ts";
import type { StrengthSession } from "./schema.ts";

/** Drills, activation, mobility and prehab (M82–M89, M99–M105). */
export const SMALL_SESSIONS: readonly StrengthSession[] = [
  session({
    id: "drills",
    title: "Running drills",
    kind: "drills",
    place: "track",
    load: "light",
    purpose: "Placement of the foot, posture, quick feet; done well, not hard.",
    restS: 45,
    perWeekLow: 1,
    perWeekHigh: 2,
    source: ["M86", "M82"],
    text: `A-skip 3 x 25m
B-skip 3 x 25m
High knees 3 x 25m
Butt kicks 3 x 25m
Bound 3 x 30m`,
  }),
  session({
    id: "form-ten-minutes",
    title: "Ten minutes of form",
    kind: "drills",
    place: "track",
    load: "light",
    purpose: "One cue at a time, filmed from the side now and then.",
    restS: 30,
    perWeekLow: 1,
    perWeekHigh: 3,
    source: ["M82", "M83", "M84", "M85", "M87", "M89"],
    ownNumbers: true,
    text: `Lean from the ankles, standing 2 x 30s
Fast feet on the spot 3 x 15s
Run tall, one cue 4 x 60m
Shake out, jaw and shoulders loose 2 x 20s`,
  }),
  session({
    id: "barefoot-strides",
    title: "Barefoot strides on grass",
    kind: "drills",
    place: "track",
    load: "light",
    purpose: "A few soft barefoot strides; change of footwear comes slowly.",
    restS: 60,
    perWeekLow: 0,
    perWeekHigh: 1,
    source: ["M88"],
    ownNumbers: true,
    text: "Barefoot stride on grass 4 x 60m",
  }),
  session({
    id: "activation",
    title: "Ten-minute activation",
    kind: "mobility",
    place: "track",
    load: "light",
    purpose: "Before every fast session: loosen, switch on, move.",
    restS: 0,
    perWeekLow: 1,
    perWeekHigh: 7,
    source: ["M99"],
    text: `Leg swing forward and back 1 x 20/side
Leg swing sideways 1 x 20/side
Hip circle 1 x 10/side
Ankle circle 1 x 10/side
Glute bridge 1 x 15
Clamshell or band walk 1 x 12/side
Walking lunge with a twist 1 x 8/side
Toy soldier 1 x 20m
A-skip 1 x 20m
Pogo hop 1 x 20
Stride at 60-70 % 2 x 60m`,
  }),
  session({
    id: "jog-and-stretch",
    title: "Half-mile jog and stretch",
    kind: "mobility",
    place: "track",
    load: "light",
    purpose: "The shortest warm-up before intervals: jog until warm, then loosen.",
    restS: 0,
    perWeekLow: 0,
    perWeekHigh: 7,
    source: ["M100"],
    text: `Easy jog 1 x 800m
Leg swing 1 x 10/side
Walking lunge 1 x 8/side`,
  }),
  session({
    id: "hips-ankles",
    title: "Hips, glutes and ankles",
    kind: "mobility",
    place: "home",
    load: "light",
    purpose: "Range where a stride needs it: deep lunge, rotation, 20–30° of ankle bend.",
    restS: 0,
    perWeekLow: 2,
    perWeekHigh: 5,
    source: ["M101"],
    ownNumbers: true,
    text: `Deep lunge test and stretch 2 x 30s/side
Pigeon stretch 1 x 40s/side
Figure-four stretch 1 x 40s/side
Lateral band walk 2 x 10/side
Knee to wall 2 x 10/side
Calf stretch, knee straight and bent 1 x 40s/side`,
  }),
  session({
    id: "band-flow",
    title: "Bands and flow",
    kind: "mobility",
    place: "home",
    load: "light",
    purpose: "Strength and range together in ten minutes.",
    restS: 0,
    perWeekLow: 1,
    perWeekHigh: 5,
    source: ["M102"],
    ownNumbers: true,
    text: `Lateral band walk 2 x 10/side
Monster walk 2 x 10/side
Banded glute bridge 2 x 12
World's greatest stretch 1 x 5/side
Downward dog with leg swing 1 x 6/side
Open book 1 x 8/side`,
  }),
  session({
    id: "post-run",
    title: "After the run",
    kind: "mobility",
    place: "home",
    load: "light",
    purpose: "Roll and stretch while warm; long holds only now.",
    restS: 0,
    perWeekLow: 1,
    perWeekHigh: 7,
    source: ["M103", "M115"],
    ownNumbers: true,
    text: `Roll quads and hips 1 x 60s/side
Couch stretch 1 x 45s/side
Calf stretch 1 x 45s/side
Toe scrunch 1 x 15/side`,
  }),
  session({
    id: "move-better",
    title: "Move better",
    kind: "mobility",
    place: "home",
    load: "light",
    purpose: "Range under control instead of long stretching: hips, ankles, quads, upper back, rotation.",
    restS: 0,
    perWeekLow: 1,
    perWeekHigh: 4,
    source: ["M104"],
    ownNumbers: true,
    text: `Half-kneeling reach 2 x 6/side
Knee over toe 2 x 10/side
Calf drop, slow 2 x 12/side
Single-leg balance 2 x 30s/side
Open book 1 x 8/side
Hip rotation, seated 1 x 8/side`,
  }),
  session({
    id: "prehab",
    title: "Prehab, 15 minutes",
    kind: "strength",
    place: "home",
    load: "light",
    purpose: "Hamstrings, Achilles, hips and trunk made ready for speed.",
    restS: 45,
    perWeekLow: 2,
    perWeekHigh: 3,
    source: ["M105"],
    ownNumbers: true,
    text: `Nordic curl 2 x 5
Calf drop, slow 2 x 12/side
Fire hydrant 2 x 12/side
Russian twist 2 x 12/side
Pallof press 2 x 10/side`,
  }),
];
