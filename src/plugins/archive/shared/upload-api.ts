/** The most that one part of an upload may have, in bytes. */
export const LARGEST_PART = 16 * 1024 * 1024;

/** `POST /archive/uploads/begin`: a file that will arrive in parts. */
export interface BeginUpload {
  readonly name: string;
  readonly size: number;
}

/**
 * How much of an upload is there; the next part begins at `received`. `POST /archive/uploads/:upload/parts?offset=N`
 * takes the bytes as they are (`application/octet-stream`) and answers this, also where `offset` was another place.
 */
export interface UploadState {
  readonly upload: string;
  readonly received: number;
  readonly size: number;
  /** Of the whole file, once it is there. */
  readonly sha256: string | null;
}
