import { LARGEST_PART, type UploadState } from '../../../../../shared/upload-api';

/** How the parts of a file are sent, and what is known of the way. */
export interface UploadWay {
  /** The person's token of this moment. */
  readonly token: () => string | null;
  /** Asks the server how far an upload is, and renews the token where it has run out. */
  readonly stateOf: (upload: string) => Promise<UploadState>;
  readonly begin: (file: File) => Promise<UploadState>;
  readonly onProgress: (state: UploadState) => void;
  readonly signal: AbortSignal;
}

const MOST_TRIES = 8;
const FIRST_WAIT = 500;

/** Sends a file in parts, and goes on from what arrived when the connection was lost. Returns the whole upload. */
export async function uploadFile(file: File, way: UploadWay): Promise<UploadState> {
  let state = await way.begin(file);
  for (let failed = 0; state.sha256 === null; ) {
    way.onProgress(state);
    try {
      state = await sendPart(file, state, way);
      failed = 0;
    } catch (error) {
      failed += 1;
      if (way.signal.aborted || failed === MOST_TRIES) throw error;
      await wait(FIRST_WAIT * 2 ** failed, way.signal);
      state = await way.stateOf(state.upload).catch(() => state);
    }
  }
  way.onProgress(state);
  return state;
}

async function sendPart(file: File, { upload, received }: UploadState, way: UploadWay): Promise<UploadState> {
  const { backendURL } = window.strapi as unknown as { backendURL: string };
  const address = `${backendURL}/archive/uploads/${upload}/parts?offset=${received}`;
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${way.token() ?? ''}` },
    body: file.slice(received, received + LARGEST_PART),
    signal: way.signal,
  });
  if (!answer.ok) throw new Error(`The part was not taken (${answer.status}).`);
  const { data } = (await answer.json()) as { data: UploadState };
  return data;
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Error('The upload was given up.'));
    });
  });
}
