/** A file and all it imports as one script for a worker thread (vite.config.ts makes it). */
declare module '*?thread' {
  export const script: string
}
