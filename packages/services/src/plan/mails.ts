type About = {
  to: string;
  coach: string;
  season: { name: string; startsOn: string; endsOn: string; weeks: number };
  next: readonly { localDate: string; title: string }[];
  message: string;
  url: string;
};

/** Tells an athlete that a season is theirs, what comes first and where to see it. */
export function assignmentMail({ to, coach, season, next, message, url }: About) {
  const days = next.map(({ localDate, title }) => `  ${localDate}  ${title}`).join("\n");
  const note = message ? `\n${coach} writes:\n\n${message}\n` : "";
  return {
    to,
    subject: `${coach} planned your season: ${season.name}`,
    text: `Hello,\n\n${coach} assigned you “${season.name}”: ${season.weeks} weeks, ${season.startsOn} to ${season.endsOn}.\n${note}${
      days ? `\nWhat comes first:\n\n${days}\n` : ""
    }\nEvery workout, in your own paces:\n\n${url}\n`,
  };
}
