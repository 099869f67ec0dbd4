"use client";

import { Angry, Frown, Laugh, Meh, Smile } from "lucide-react";
import { Checkbox } from "./checkbox.tsx";
import { Combobox } from "./combobox.tsx";
import { DateField } from "./date-field.tsx";
import { DatePicker } from "./date-picker.tsx";
import { FileDrop } from "./file-drop.tsx";
import { FEEL, GALLERY_TODAY, RPE } from "./gallery-data.ts";
import { NumberField } from "./number-field.tsx";
import { RadioGroup } from "./radio-group.tsx";
import { Section } from "./section.tsx";
import { SegmentedChoice } from "./segmented-choice.tsx";
import { Select } from "./select.tsx";
import { Switch } from "./switch.tsx";
import { TapScale } from "./tap-scale.tsx";
import { TextArea, TextField } from "./text-field.tsx";

const ICONS = [Angry, Frown, Meh, Smile, Laugh];
const FACES = FEEL.map((feel, index) => {
  const Face = ICONS[index] ?? Meh;
  return { ...feel, icon: <Face /> };
});

const RACES = [
  { id: "5k", label: "5 km" },
  { id: "10k", label: "10 km" },
  { id: "half", label: "Half marathon", detail: "21.1 km" },
  { id: "marathon", label: "Marathon", detail: "42.2 km" },
];

const VISIBILITY = [
  { value: "training", label: "Training", detail: "Workouts, activities, load" },
  { value: "wellness", label: "Training and wellness", detail: "Also sleep, soreness, HRV" },
];

export function GalleryFields({ id }: { id: string }) {
  return (
    <>
      <GalleryTyping id={id} />
      <GalleryChoices id={id} />
    </>
  );
}

function GalleryTyping({ id }: { id: string }) {
  return (
    <Section title="Fields">
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <TextField
          label="Name"
          name={`${id}-name`}
          defaultValue="Spring and summer"
          hint="As the athlete will read it"
        />
        <TextField
          label="E-mail"
          name={`${id}-mail`}
          type="email"
          defaultValue="coach@"
          error="This address has no domain. Write it in full, such as name@example.org."
        />
        <NumberField label="Weekly distance" unit="km" defaultValue={46} min={0} max={300} />
        <NumberField
          label="Resting heart rate"
          unit="bpm"
          value={null}
          hint="Leave empty when not measured"
        />
        <Select label="Race" options={RACES} defaultValue="10k" />
        <Combobox label="Workout" options={RACES} placeholder="Type to search" />
        <DateField label="Date of birth" />
        <DatePicker label="Race day" defaultValue={GALLERY_TODAY} hint="Plan weeks begin on Monday" />
        <TextArea label="Note" name={`${id}-note`} rows={2} placeholder="Only you and your coach read this" />
        <FileDrop
          label="Drop FIT, TCX or GPX files"
          hint="or a zip with many"
          accept={[".fit", ".tcx", ".gpx", ".zip"]}
          onFiles={() => undefined}
        />
      </div>
    </Section>
  );
}

function GalleryChoices({ id }: { id: string }) {
  return (
    <Section title="Choices">
      <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        <div>
          <Checkbox label="Include strength" hint="Two sessions a week in base" defaultChecked />
          <Checkbox label="Send to the whole group" />
          <Switch label="Single-key shortcuts" hint="Turn off if they get in your way" defaultChecked />
          <Switch label="Morning digest" />
        </div>
        <RadioGroup
          legend="What the coach may see"
          name={`${id}-see`}
          defaultValue="training"
          options={VISIBILITY}
        />
      </div>
      <div className="mt-6 grid gap-8 lg:grid-cols-2">
        <TapScale legend="How hard was it?" name={`${id}-rpe`} options={RPE} defaultValue={6} />
        <TapScale legend="How did it feel?" name={`${id}-feel`} options={FACES} />
        <SegmentedChoice
          legend="View"
          size="sm"
          name={`${id}-view`}
          defaultValue="week"
          options={["Week", "Month", "Season"].map((label) => ({ value: label.toLowerCase(), label }))}
        />
      </div>
    </Section>
  );
}
