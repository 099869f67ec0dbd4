import type { MetadataRoute } from "next";

/** What a phone needs to install Mesocycle as an app. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Mesocycle",
    short_name: "Mesocycle",
    description: "Coaching for runners: seasons, training and what the night found.",
    start_url: "/today",
    scope: "/",
    display: "standalone",
    background_color: "#f6f4ee",
    theme_color: "#f6f4ee",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
      { src: "/app-icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/app-icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
