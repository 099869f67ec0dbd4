"use client";

import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export type AlertDialogProps = {
  title: string;
  /** What will happen and what can be undone. */
  children: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  onConfirm: () => void;
  danger?: boolean;
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** Asks before what cannot be undone; the focus rests on the way back. */
export function AlertDialog({
  title,
  children,
  confirmLabel,
  cancelLabel = "Cancel",
  onConfirm,
  danger = false,
  ...overlay
}: AlertDialogProps) {
  return (
    <Dialog
      {...overlay}
      title={title}
      role="alertdialog"
      size="sm"
      isDismissable={false}
      actions={(close) => (
        <>
          <Button autoFocus onPress={close}>
            {cancelLabel}
          </Button>
          <Button
            variant={danger ? "danger" : "solid"}
            onPress={() => {
              onConfirm();
              close();
            }}
          >
            {confirmLabel}
          </Button>
        </>
      )}
    >
      <div className="text-sm text-ink-soft">{children}</div>
    </Dialog>
  );
}
