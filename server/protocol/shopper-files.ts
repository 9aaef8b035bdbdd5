import type { FileRoom } from './composer-rules.ts'

/**
 * What a shopper may send in one message (W-13): pictures, films and sounds that can be shown, and papers that run
 * nothing. By their true types: what a file claims to be is not believed (S16).
 */
export const shopperFiles: FileRoom = {
  most: 5,
  withText: true,
  bytes: 20_000_000,
  kinds: [
    {
      types: [
        ...['jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'heif'].map((kind) => `image/${kind}`),
        'video/',
        'audio/',
        'application/pdf',
        'text/plain',
        'text/csv',
        'application/msword',
        'application/vnd.ms-excel',
        'application/vnd.openxmlformats-officedocument.',
        'application/vnd.oasis.opendocument.',
      ],
      bytes: 10_000_000,
    },
  ],
}
