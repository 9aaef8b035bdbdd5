/** A file and all it imports as one script for a worker thread (server/start/build/thread-script.ts makes it). */
declare module '*?thread' {
  export const script: string
}
