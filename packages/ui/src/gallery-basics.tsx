"use client";

import { Copy, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { DialogTrigger } from "react-aria-components";
import { AlertDialog } from "./alert-dialog.tsx";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { CardStateBadge } from "./card-state-badge.tsx";
import { Dialog } from "./dialog.tsx";
import { EmptyState } from "./empty-state.tsx";
import { ErrorState } from "./error-state.tsx";
import { Explain } from "./explain.tsx";
import { FindingItem, FindingList } from "./finding-item.tsx";
import { GALLERY_TODAY, STATES } from "./gallery-data.ts";
import { IconButton } from "./icon-button.tsx";
import { KbdHelp } from "./kbd-help.tsx";
import { LinkButton } from "./link-button.tsx";
import { Menu } from "./menu.tsx";
import { MoveToDialog } from "./move-to-dialog.tsx";
import { Notice } from "./notice.tsx";
import { Popover } from "./popover.tsx";
import { Section } from "./section.tsx";
import { SkeletonRows } from "./skeleton.tsx";
import { Stat, StatRow } from "./stat.tsx";
import { TabBar } from "./tab-bar.tsx";
import { Tabs } from "./tabs.tsx";
import { showToast } from "./toast.tsx";

const KEYS = [
  {
    title: "Calendar",
    keys: [
      { keys: ["t"], does: "Go to today" },
      { keys: ["j", "k"], does: "Next, previous week" },
      { keys: ["m"], does: "Move to…" },
    ],
  },
  {
    title: "Anywhere",
    keys: [
      { keys: ["/"], does: "Search" },
      { keys: ["["], does: "Previous athlete" },
      { keys: ["Ctrl", "Z"], does: "Undo" },
    ],
  },
];

const nothing = () => undefined;

export function GalleryBasics() {
  return (
    <>
      <GalleryButtons />
      <GalleryBadges />
      <GalleryOverlays />
      <GalleryFigures />
      <GalleryVerdicts />
      <GalleryStates />
    </>
  );
}

function GalleryButtons() {
  return (
    <Section title="Buttons">
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="solid">Assign to athlete</Button>
        <Button>Copy weeks</Button>
        <Button variant="quiet">Skip</Button>
        <Button variant="danger">Delete season</Button>
        <Button isDisabled>Disabled</Button>
        <Button isPending>Saving</Button>
        <LinkButton href="#season">Open season</LinkButton>
        <Button size="sm">Small</Button>
        <IconButton label="Edit" shortcut="e">
          <Pencil aria-hidden="true" />
        </IconButton>
      </div>
    </Section>
  );
}

function GalleryBadges() {
  return (
    <Section title="Badges and states">
      <div className="flex flex-wrap gap-2">
        <Badge tone="attention">Plateau</Badge>
        <Badge tone="track">Under-recovered</Badge>
        <Badge tone="attention">Easy days too hard</Badge>
        <Badge tone="info">Question</Badge>
        <Badge tone="good">Ready to race</Badge>
        <Badge>Demo</Badge>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        {STATES.map((state) => (
          <CardStateBadge key={state} state={state} />
        ))}
      </div>
    </Section>
  );
}

function GalleryFigures() {
  return (
    <Section title="Figures">
      <StatRow>
        <Stat label="Fitness" value={48} tone="fitness" note="42-day mean of load" />
        <Stat label="Form" value="−9" tone="fatigue" note="tired, as planned" />
        <Stat label="5K" value="21:02" unit="min" note="race, 3 May" />
        <Stat label="Critical speed" value={null} reason="needs two results of different length" />
      </StatRow>
      <div className="mt-4">
        <Explain
          open
          rows={[
            { label: "Days of load", value: 180 },
            { label: "Days not known", value: 6 },
            { label: "HRV readings", value: null, limit: "14" },
          ]}
          sources={[{ label: "Banister 1975" }]}
        >
          Fitness is the mean of daily load over the last 42 days, newer days weighing more. It is smoothed
          load, not a measured ability.
        </Explain>
      </div>
    </Section>
  );
}

function GalleryOverlays() {
  const [open, setOpen] = useState<"move" | "keys" | null>(null);
  return (
    <Section title="Overlays">
      <div className="flex flex-wrap gap-2">
        <DialogTrigger>
          <Button>Dialog</Button>
          <Dialog
            title="Assign a cycle"
            actions={(close) => (
              <Button variant="solid" onPress={close}>
                Assign
              </Button>
            )}
          >
            <p className="text-sm text-ink-soft">Twelve weeks of base, from Monday 25 May, to one athlete.</p>
          </Dialog>
        </DialogTrigger>
        <DialogTrigger>
          <Button>Alert</Button>
          <AlertDialog title="Delete this season?" confirmLabel="Delete" danger onConfirm={nothing}>
            Forty planned weeks go. What was done stays. You can undo it for eight seconds.
          </AlertDialog>
        </DialogTrigger>
        <Button onPress={() => setOpen("move")}>Move to…</Button>
        <Button onPress={() => setOpen("keys")}>Keys</Button>
        <Popover label="About form" trigger={<Button>Popover</Button>}>
          <p className="text-sm">Form is fitness less fatigue.</p>
        </Popover>
        <MenuExample />
        <Button onPress={() => showToast("Hill sprints moved to Friday", { undo: nothing })}>Toast</Button>
      </div>
      <MoveToDialog
        isOpen={open === "move"}
        onOpenChange={() => setOpen(null)}
        name="Hill sprints"
        from={GALLERY_TODAY}
        onMove={nothing}
        noteOf={(day) => (day === "2026-05-20" ? "The day after intervals: sprints want fresh legs." : null)}
      />
      <KbdHelp isOpen={open === "keys"} onOpenChange={() => setOpen(null)} groups={KEYS} />
    </Section>
  );
}

function MenuExample() {
  return (
    <Menu
      label="Workout"
      trigger={
        <Button aria-label="More">
          <MoreHorizontal aria-hidden="true" />
        </Button>
      }
      items={[
        { id: "edit", label: "Edit", icon: <Pencil aria-hidden="true" />, shortcut: "e" },
        { id: "copy", label: "Copy", icon: <Copy aria-hidden="true" />, shortcut: "c" },
        { id: "line", separator: true },
        {
          id: "delete",
          label: "Delete",
          icon: <Trash2 aria-hidden="true" />,
          shortcut: "Del",
          danger: true,
        },
      ]}
    />
  );
}

function GalleryVerdicts() {
  return (
    <Section title="Plan check" note="19 rules, 2 to look at">
      <FindingList label="Findings">
        <FindingItem
          severity="error"
          title="Hill sprints two days after intervals and the day before easy 5 km"
          actions={<Button size="sm">Move to Monday</Button>}
          evidence={[{ label: "Days since hard running", value: 1, unit: "day", limit: 2 }]}
          source="M48"
        >
          Sprints want fresh legs. Put them on Monday, or after a rest day.
        </FindingItem>
        <FindingItem
          severity="warning"
          title="Two variables change in week 20"
          actions={<Button size="sm">Keep 400 m jog</Button>}
        >
          Reps go up and rest gets shorter at the same time. Change one.
        </FindingItem>
        <FindingItem
          severity="note"
          title="Long run is 36 % of the week"
          waived="Waived: she runs four days this month."
        />
        <FindingItem severity="pass" title="17 rules pass">
          Hard days apart, cutback every 4th week, 81 % easy.
        </FindingItem>
      </FindingList>
    </Section>
  );
}

function GalleryStates() {
  return (
    <Section title="States of a page">
      <div className="space-y-6">
        <Notice tone="attention" action={<Button size="sm">Remove demo data</Button>}>
          You are looking at demo data: 12 invented athletes.
        </Notice>
        <ErrorState
          title="The file could not be read"
          action={<Button size="sm">Try another file</Button>}
          reference="Reference 7f3a"
        >
          It ends after 3 of 12 minutes. Export it again from the watch.
        </ErrorState>
        <EmptyState title="Nobody needs you" action={<LinkButton href="#roster">See everyone</LinkButton>}>
          Athletes with a warning appear here. Next check at 03:00.
        </EmptyState>
        <SkeletonRows count={2} />
        <Tabs
          label="Athlete"
          tabs={[
            { id: "load", label: "Load", panel: <p className="text-sm text-ink-soft">Load and form.</p> },
            {
              id: "zones",
              label: "Zones",
              count: 2,
              panel: <p className="text-sm text-ink-soft">Time in zones.</p>,
            },
          ]}
        />
        <div>
          <TabBar
            items={["Today", "Calendar", "Progress", "You"].map((label, index) => ({
              href: `#${label}`,
              label,
              current: index === 0,
              count: index === 3 ? 2 : undefined,
              countLabel: "unread",
            }))}
          />
        </div>
      </div>
    </Section>
  );
}
