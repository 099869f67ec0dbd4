"use client";

import { FileUp } from "lucide-react";
import { DropZone, type FileDropItem, FileTrigger, isFileDropItem, Text } from "react-aria-components";
import { Button } from "./button.tsx";
import { joinClasses } from "./join-classes.ts";

export type FileDropProps = {
  label: string;
  hint?: string;
  /** File name endings such as ".fit", ".tcx", ".gpx", ".zip". */
  accept?: readonly string[];
  multiple?: boolean;
  onFiles: (files: File[]) => void;
  buttonLabel?: string;
  isDisabled?: boolean;
  className?: string;
};

/** Drop, paste or choose: files arrive as they are, and what they are is the receiver's to judge. */
export function FileDrop({
  label,
  hint,
  accept,
  multiple = true,
  onFiles,
  buttonLabel = "Choose files",
  isDisabled,
  className,
}: FileDropProps) {
  const receive = async (items: FileDropItem[]) => {
    const files = await Promise.all(items.map((item) => item.getFile()));
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <DropZone
      isDisabled={isDisabled}
      getDropOperation={() => "copy"}
      onDrop={(event) => void receive(event.items.filter(isFileDropItem))}
      className={joinClasses(
        "flex flex-col items-center gap-3 rounded-lg border-2 border-dashed border-line-strong px-6 py-8 text-center transition-colors",
        "data-drop-target:border-focus data-drop-target:bg-info-soft data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-focus",
        className,
      )}
    >
      <FileUp aria-hidden="true" className="size-6 text-ink-soft" />
      <div>
        <Text slot="label" className="type-lead block">
          {label}
        </Text>
        {hint ? <p className="mx-auto max-w-prose text-sm text-ink-soft">{hint}</p> : null}
      </div>
      <FileTrigger
        acceptedFileTypes={accept}
        allowsMultiple={multiple}
        onSelect={(list) => {
          if (list && list.length > 0) onFiles([...list]);
        }}
      >
        <Button isDisabled={isDisabled}>{buttonLabel}</Button>
      </FileTrigger>
    </DropZone>
  );
}
