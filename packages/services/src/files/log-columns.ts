/** Where each fact stands in a table; null where the table does not have it. */
export type Columns = {
  id: number | null;
  date: number | null;
  type: number | null;
  title: number | null;
  distance: number | null;
  distanceUnitM: number;
  duration: number | null;
  durationUnitS: number;
  pace: number | null;
  climb: number | null;
  climbInFeet: boolean;
  avgHr: number | null;
  maxHr: number | null;
  rpe: number | null;
  notes: number | null;
  fileName: number | null;
  /** Whether days and times are UTC, as in the exports of services, else the athlete's own. */
  isUtc: boolean;
};

const MILE_M = 1609.344;

/** By language: English, German, French, Spanish, Italian, Dutch, Portuguese. */
const NAMES = {
  id: [
    "activity id",
    "activity_id",
    "aktivitäts-id",
    "id de l’activité",
    "id de l'activité",
    "id de actividad",
    "id attività",
    "activiteits-id",
    "id da atividade",
    "id",
  ],
  date: [
    "date",
    "activity date",
    "start_utc",
    "start_date_local",
    "start time",
    "start_time",
    "end_date_time",
    "aktivitätsdatum",
    "date de l’activité",
    "date de l'activité",
    "fecha de la actividad",
    "data attività",
    "data dell’attività",
    "datum van activiteit",
    "data da atividade",
    "day",
    "datum",
    "fecha",
    "data",
  ],
  type: [
    "type",
    "activity type",
    "sport",
    "activity_names",
    "aktivitätsart",
    "aktivitätstyp",
    "type d’activité",
    "type d'activité",
    "tipo de actividad",
    "tipo di attività",
    "activiteitstype",
    "tipo de atividade",
    "sportart",
  ],
  title: [
    "activity name",
    "route name",
    "name der aktivität",
    "nom de l’activité",
    "nom de l'activité",
    "nombre de la actividad",
    "nome attività",
    "naam activiteit",
    "name",
    "title",
    "titel",
    "titre",
  ],
  duration: [
    "moving time",
    "duration",
    "mov_s",
    "duration_s",
    "duration_min",
    "moving_time",
    "bewegungszeit",
    "durée de déplacement",
    "tiempo en movimiento",
    "tempo in movimento",
    "beweegtijd",
    "elapsed time",
    "verstrichene zeit",
    "temps écoulé",
    "tiempo transcurrido",
    "tempo trascorso",
    "verstreken tijd",
    "time",
    "tijd",
    "tiempo",
    "tempo",
    "minutes",
    "dauer",
    "zeit",
    "durée",
    "duración",
    "temps",
  ],
  pace: ["average pace", "avg pace"],
  avgHr: [
    "average heart rate (bpm)",
    "average heart rate",
    "avg_hr",
    "average_heartrate",
    "avg hr",
    "hr",
    "durchschnittliche herzfrequenz",
    "ø herzfrequenz",
    "fréquence cardiaque moyenne",
    "frecuencia cardiaca media",
  ],
  maxHr: [
    "max heart rate",
    "max_hr",
    "max_heartrate",
    "max hr",
    "max. herzfrequenz",
    "maximale herzfrequenz",
    "fréquence cardiaque max.",
    "frecuencia cardiaca máxima",
  ],
  rpe: ["perceived exertion", "perceived_exertion", "rpe"],
  notes: [
    "notes",
    "activity description",
    "aktivitätsbeschreibung",
    "description de l’activité",
    "description de l'activité",
    "descripción de la actividad",
    "description",
    "comment",
    "notizen",
  ],
  fileName: [
    "filename",
    "dateiname",
    "nom du fichier",
    "nombre de archivo",
    "nome file",
    "nome del file",
    "bestandsnaam",
    "gpx file",
  ],
} as const;

/** Where a Strava export puts its facts, whatever language it names them in. */
const STRAVA_COLUMNS = {
  id: 0,
  date: 1,
  title: 2,
  type: 3,
  notes: 4,
  fileName: 12,
  duration: 16,
  distance: 17,
};
const STRAVA_WIDTH = 60;

/** Finds the columns of a log by their names; of two columns alike the later, which exports give in SI units. */
export function findColumns(header: readonly string[]): Columns {
  const names = header.map((name) => name.toLowerCase().trim());
  if (names.length >= STRAVA_WIDTH) return stravaColumns(names);
  return namedColumns(names);
}

function stravaColumns(names: readonly string[]): Columns {
  const named = namedColumns(names);
  const known = named.date !== null && named.duration !== null && named.distance !== null;
  const found = known
    ? named
    : { ...named, ...STRAVA_COLUMNS, distanceUnitM: 1, durationUnitS: 1, climb: 20, avgHr: 31, maxHr: 30 };
  return { ...found, isUtc: true };
}

function namedColumns(names: readonly string[]): Columns {
  const plain = names.map((name) => name.replace(/\s*[[(][^\])]*[\])]$/, ""));
  const find = (candidates: readonly string[]) => {
    for (const list of [names, plain]) {
      for (const candidate of candidates) {
        const at = list.lastIndexOf(candidate);
        if (at >= 0) return at;
      }
    }
    return null;
  };
  const distance = findDistance(names);
  const climb = names.findLastIndex((name) =>
    /^(climb|elevation gain|elevation_gain|total ascent|höhenzunahme|höhenmeter|dénivelé positif)/.test(name),
  );
  const date = find(NAMES.date);
  const duration = find(NAMES.duration);
  return {
    id: find(NAMES.id),
    date,
    type: find(NAMES.type),
    title: find(NAMES.title),
    ...distance,
    duration,
    durationUnitS: unitSOf(names[duration ?? -1] ?? ""),
    pace: find(NAMES.pace),
    climb: climb < 0 ? null : climb,
    climbInFeet: climb >= 0 && /ft|feet/.test(names[climb] ?? ""),
    avgHr: find(NAMES.avgHr),
    maxHr: find(NAMES.maxHr),
    rpe: find(NAMES.rpe),
    notes: find(NAMES.notes),
    fileName: find(NAMES.fileName),
    isUtc: /_utc$|^end_date_time$/.test(names[date ?? -1] ?? ""),
  };
}

/** Seconds of what a plain number in a column of durations means. */
function unitSOf(name: string): number {
  if (/_min$|[[(]min(utes)?[\])]|^minutes$/.test(name)) return 60;
  return /[[(](h|hours?)[\])]$/.test(name) ? 3_600 : 1;
}

function findDistance(names: readonly string[]): { distance: number | null; distanceUnitM: number } {
  const all = names.flatMap((name, index) =>
    /^(distance|dist_|distanz|distancia|distanza|afstand|distância|strecke)|^(km|kilomet(er|re)s?|miles)$/.test(
      name,
    )
      ? [index]
      : [],
  );
  const distance = all.at(-1) ?? null;
  if (distance === null) return { distance, distanceUnitM: 1 };
  const name = names[distance] ?? "";
  if (/[[(]mi[\])]|miles|_mi\b/.test(name)) return { distance, distanceUnitM: MILE_M };
  if (/[[( ]m[\])]?$|dist_m|distance_m|^distance.*\bmet(er|re)/.test(name))
    return { distance, distanceUnitM: 1 };
  // Strava gives "Distance" twice, first in kilometres, then in metres.
  return { distance, distanceUnitM: all.length > 1 ? 1 : 1_000 };
}
