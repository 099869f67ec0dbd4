/**
 * Names the account that a change was made for. A page that was kept offline may be sent under another sign-in; the
 * server then refuses it as if nobody were signed in, and it goes on waiting for its owner.
 */
export const FOR_USER = "x-mesocycle-for";
