/** Places and tissues that runners injure, as a coach may write them: "left hamstring", "stress fracture, tibia". */
const PLACES =
  /achill|hamstring|\bham\b|cal(?:f|ves)|soleus|gastroc|shin|tibia|fibula|knee|patell|menisc|\bit[ -]?b(?:and|s)?\b|iliotibial|hip|groin|adductor|glute|piriformis|quad|thigh|foot|feet|heel|plantar|fasci|ankle|toe|metatars|arch|navicular|back|lumbar|spine|dis[ck]|sacr|si[ -]?joint|pelvi|pubi|femur|femoral|psoas|flexor|abdom|core|rib|shoulder|neck|elbow|wrist|\b(?:hand|finger|arm|toenail)s?\b|leg|peron|labr|bunion|hallux|tensor|chondro|blister|concuss|stress (?:fracture|reaction)|bone|fracture|tend[io]n|ligament|muscle|sprain|bursitis|hernia|sciatic|neuroma|periost|poplite|sesamoid|compartment|\b(?:pf|mtss|pttd|acl|mcl|tfl|pfps)\b/i;

/** What {@link isInjurySite} takes, in words for whoever wrote something else. */
export const INJURY_SITE_EXPECTED =
  "a place such as hamstring, achilles, calf, shin, knee, hip, groin, glute, quad, foot, plantar, ankle, back or stress fracture";

/** Whether a text names a place that runners injure, so that a plan can heed it (M69, M104). */
export function isInjurySite(text: string): boolean {
  return PLACES.test(text);
}
