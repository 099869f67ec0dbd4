import { Gallery } from "@repo/ui/gallery";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { env } from "#env.ts";

export const metadata: Metadata = { title: "Gallery" };
export const dynamic = "force-dynamic";

/** Every component in all its states, for those who build them. */
export default function GalleryPage() {
  if (env().NODE_ENV !== "development" && env().MESOCYCLE_DEV !== "1") notFound();
  return <Gallery />;
}
