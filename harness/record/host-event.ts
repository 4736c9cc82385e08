/** What the child tells of its progress, one event a frame. The child has only the type of it: it loads no zod. */
import * as z from 'zod/mini';

export const hostEventSchema = z.discriminatedUnion('event', [
  /** edge-js, CLR and bridge are up. */
  z.strictObject({ event: z.literal('ready') }),
  /** The provider is loaded, and loading the DLL has come to its end, well or not. */
  z.strictObject({ event: z.literal('opened') }),
  /** All scripts of a `run` request have ended. */
  z.strictObject({ event: z.literal('finished') }),
  /** The harness's own fault; the request it came from is given up. */
  z.strictObject({ event: z.literal('broken'), why: z.string() }),
]);

export type HostEvent = z.infer<typeof hostEventSchema>;
