import { type FileHandle, open } from "node:fs/promises";
import { journalFolder, segmentPath, syncFolder } from "./segment.ts";

/** The file under the journal, as small as it can be, so that tests can make it fail as disks do. */
export type SegmentFile = {
  append(bytes: Buffer, at: number): Promise<void>;
  sync(): Promise<void>;
  cut(length: number): Promise<void>;
  close(): Promise<void>;
};
export type OpenSegment = (folder: string, segment: number) => Promise<SegmentFile>;

/** Opens a segment for appending; a new one's name is durable before anything is written to it. */
export const openSegment: OpenSegment = async (folder, segment) => {
  const handle: FileHandle = await open(segmentPath(folder, segment), "a+");
  await syncFolder(journalFolder(folder));
  return {
    append: async (bytes) => {
      await handle.appendFile(bytes);
    },
    sync: () => handle.datasync(),
    cut: async (length) => {
      await handle.truncate(length);
      await handle.datasync();
    },
    close: () => handle.close(),
  };
};
