type LinkMail = { to: string; name: string; url: string };

export function signInLinkMail({ to, name, url }: LinkMail) {
  return {
    to,
    subject: "Your sign-in link",
    text: `Hello ${name},\n\nthis link signs you in to Mesocycle. It works once, within the next 30 minutes:\n\n${url}\n\nIf you did not ask for it, do nothing: without the link nobody gets in.\n`,
  };
}

export function passwordLinkMail({ to, name, url }: LinkMail) {
  return {
    to,
    subject: "Choose a new password",
    text: `Hello ${name},\n\nhere you choose a new password for Mesocycle. The link works once, within the next 30 minutes, and signs you out everywhere else:\n\n${url}\n\nIf you did not ask for it, do nothing: your password stays as it is.\n`,
  };
}
