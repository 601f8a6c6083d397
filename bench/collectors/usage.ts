import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Variables } from './environment';

/** What a measured process leaves at its end. */
export interface ProcessUsage {
  resources: NodeJS.ResourceUsage;
  /** The longest time in which nothing else could run, from the first request on, in ms. */
  longestPauseMs: number;
}

const RESOLUTION_MS = 5;

// Before the first request modules are loaded, which nothing waits for.
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
subscribe('http.client.request.start', () => delays.enable());

/** Loaded before everything else in a measured process: leaves at its end what the process used. */
process.once('exit', () => {
  const file = process.env[Variables.USAGE_FILE];
  if (file) {
    const usage: ProcessUsage = {
      resources: process.resourceUsage(),
      longestPauseMs: Math.max(0, delays.max / 1e6 - RESOLUTION_MS),
    };
    writeFileSync(file, JSON.stringify(usage));
  }
});
