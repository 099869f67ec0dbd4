export { type AthletesTable, listAthletesTable } from "./athletes-table.ts";
export {
  listViews,
  RemoveViewInput,
  removeView,
  type SavedView,
  SaveViewInput,
  saveView,
} from "./roster-views.ts";
export {
  listSquads,
  RemoveSquadInput,
  removeSquad,
  SaveSquadInput,
  saveSquad,
  WriteToManyInput,
  writeToMany,
} from "./squads.ts";
