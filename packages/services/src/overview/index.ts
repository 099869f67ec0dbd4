export { AddCommentInput, addComment } from "./add-comment.ts";
export { getAthleteOverview } from "./athlete-overview.ts";
export { listTalk, TalkInput, talk } from "./talk-on-workout.ts";
