-- What is packed already shrinks no further: the server need not try. The samples of an hour fit into a page, and stay
-- in their row instead of being cut into slices beside it.
ALTER TABLE "originals" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "activity_streams" SET (toast_tuple_target = 8160);--> statement-breakpoint
ALTER TABLE "activity_tracks" SET (toast_tuple_target = 8160);
