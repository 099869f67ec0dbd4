type LinkMail = { to: string; name: string; url: string };

export function signInLinkMail({ to, name, url }: LinkMail) {
  return {
    to,
    subject: "Your sign-in link",
    text: `Hello ${name},\n\nthis link signs you in to Mesocycle. It works once, within the next 30 minutes:\n\n${url}\n\nIf you did not ask for it, do nothing: without the link nobody gets in.\n`,
  };
}

export function newEmailMail({ to, name, url }: LinkMail) {
  return {
    to,
    subject: "Use this address for Mesocycle",
    text: `Hello ${name},\n\nthis link makes this the address of your account. It works once, within the next 30 minutes:\n\n${url}\n\nIf you did not ask for it, do nothing: the account stays as it is.\n`,
  };
}

/** To the address that an account had, so that nobody loses it unnoticed. */
export function oldEmailMail({ to, name }: Omit<LinkMail, "url">) {
  return {
    to,
    subject: "Your account has another address now",
    text: `Hello ${name},\n\nyour Mesocycle account has another e-mail address from now on; this one does not open it any more. If that was not you, ask whoever runs your server at once.\n`,
  };
}

export function passwordLinkMail({ to, name, url }: LinkMail) {
  return {
    to,
    subject: "Choose a new password",
    text: `Hello ${name},\n\nhere you choose a new password for Mesocycle. The link works once, within the next 30 minutes, and signs you out everywhere else:\n\n${url}\n\nIf you did not ask for it, do nothing: your password stays as it is.\n`,
  };
}
