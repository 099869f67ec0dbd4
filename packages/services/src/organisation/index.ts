export { AcceptInvitationInput, acceptInvitation } from "./accept-invitation.ts";
export { CreateOrganisationInput, createOrganisation } from "./create-organisation.ts";
export { getDigest, SetDigestInput, setDigest } from "./digest.ts";
export {
  getInvitation,
  type InvitationState,
  type InvitationView,
  listInvitations,
  revokeInvitation,
} from "./invitations.ts";
export { InviteMemberInput, inviteMember } from "./invite-member.ts";
export { changeRole, endMembership, listMembers } from "./members.ts";
export { RenameOrganisationInput, renameOrganisation } from "./rename-organisation.ts";
export { settleOwnerships } from "./settle-ownerships.ts";
export { trainOneself } from "./train-oneself.ts";
