import { setFlagsFromString } from "node:v8";

/**
 * Has the engine keep the room for new objects that it begins with. To be said again once threads have been started: the
 * engine takes this back whenever it sets up the heap of one.
 */
export function keepRoomForNew(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
