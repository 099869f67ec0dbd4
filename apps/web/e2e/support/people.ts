/** The owner whom the first journey makes; the later ones sign in as them. */
export const OWNER = {
  name: "Coach Kari",
  email: "kari@example.org",
  password: "four words in a row",
  organisation: "Riverside Harriers",
};

/** Somebody else of that club, where a journey is about two. */
export const OTHER = { name: "Runa Demo", email: "runa@example.org", password: "seven slow miles home" };

/** An athlete of the owner's club who shares training and wellness with the owner; made by the journey of invitations. */
export const ATHLETE = { name: "Mette Dahl", email: "mette@example.org", password: "orange fox jumps over" };
