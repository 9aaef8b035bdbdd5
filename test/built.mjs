import { build } from '../server/start/build.mjs'

/** Before the first test, so that no two of them build at once, one emptying the folder that the other one starts from. */
export const setup = () => build()
