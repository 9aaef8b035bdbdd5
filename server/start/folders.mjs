import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder with package.json, wherever the command was called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Where the data of this installation lies. */
export const dataDir = resolve(root, process.env.DATA_DIR || 'data')
