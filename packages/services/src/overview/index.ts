export { AddCommentInput, addComment } from "./add-comment.ts";
export { getAthleteOverview } from "./athlete-overview.ts";
