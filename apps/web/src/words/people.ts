/** Roles in an organisation, and what each may do, said to the person who gets it. */
export const roleWords = {
  owner: "Owner",
  "head-coach": "Head coach",
  coach: "Coach",
  assistant: "Assistant coach",
  athlete: "Athlete",
} as const;

export const roleMeanings = {
  owner: "Runs the organisation: members, roles, settings. Coaches too.",
  "head-coach": "Invites and ends members, and coaches.",
  coach: "Plans for and reads the athletes who share with them.",
  assistant: "Reads and comments; does not change plans.",
  athlete: "Trains. Decides who sees what.",
} as const;

export const scopeWords = {
  training: "Training",
  wellness: "Wellness",
  medical: "Health",
  location: "Routes",
} as const;

/** Exactly what a coach sees with each, in the words that are shown when consent is asked. */
export const scopeMeanings = {
  training: "Plan, activities, races, load, and notes on workouts. A coach with this plans for you.",
  wellness: "Morning check-ins: sleep, soreness, stress, mood, resting heart rate, HRV.",
  medical: "Pain, illness, injuries, and period, if you record them.",
  location: "Maps of where you ran. Distances and paces are part of training; places are not.",
} as const;
