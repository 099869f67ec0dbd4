export {
  listSquads,
  RemoveSquadInput,
  removeSquad,
  SaveSquadInput,
  saveSquad,
  WriteToManyInput,
  writeToMany,
} from "./squads.ts";
