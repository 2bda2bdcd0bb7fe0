import { readFileSync } from 'node:fs'
import { readManifest } from '../../src/loopback/manifest.js'
import { ROOT } from './run-kubecon.js'

/** What the app says of itself to Slack. */
export const MANIFEST = readManifest(readFileSync(`${ROOT}slack-manifest.yaml`, 'utf8'))
