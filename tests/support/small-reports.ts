import { buildKnowledge } from '../../src/knowledge/build-knowledge.js'
import type { Knowledge } from '../../src/knowledge/report.js'

const AUSTIN = `---
id: austin-2017-nosek
title: What I learned in Austin
author: Ales Nosek
event: { name: KubeCon North America 2017, city: Austin, country: US, start: 2017-12-06, end: 2017-12-08 }
kind: notes
url: https://example.org/austin
---

## Keynotes

<!-- asks: attendance in Austin | how many people came to KubeCon Austin? -->
More than 4,000 people came to KubeCon Austin.
Kelsey Hightower was the one everybody talked about.

### Kubernetes on voice command
*Kelsey Hightower, Developer Advocate, Google*

Kelsey Hightower deployed a cluster by talking to his phone.

### Running containers with CRI-O
*Mrunal Patel, Engineer, Red Hat*

<!-- asks: what is CRI-O? -->
CRI-O is a container runtime for Kubernetes alone.
CRI-O uses runC to start a container.

### Secrets in Vault
*Armon Dadgar, CTO, HashiCorp*

<!-- asks: who presented the Vault session? -->
Vault keeps secrets out of container images.
`

const BERLIN = `---
id: berlin-2017-it20
title: Three days in Berlin
author: Ann Roe
event: { name: KubeCon Europe 2017, city: Berlin, country: DE, start: 2017-03-29, end: 2017-03-30 }
kind: report
---

## Talks

### A service mesh for everybody
*Oliver Gould, CTO, Buoyant*

Linkerd is a service mesh that balances the load of every request.

### Scaling etcd
*Brandon Philips, CTO, CoreOS*

etcd version 3 stores a million keys.
`

const LONDON = `---
id: london-2016-appsembler
title: London in a nutshell
author: Filip Roe
event: { name: KubeCon Europe 2016, city: London, country: GB, start: 2016-03-10, end: 2016-03-11 }
kind: notes
---

<!-- asks: attendance in London -->
Almost 500 people came to KubeCon London.

## Cluster operators
*Brandon Philips, CTO, CoreOS*

Brandon Philips showed an operator that looks after etcd.
`

/** Three short reports, read as the bot reads its own. */
export const SMALL_REPORTS: Readonly<Record<string, string>> = {
  'austin-2017-nosek.md': AUSTIN,
  'berlin-2017-it20.md': BERLIN,
  'london-2016-appsembler.md': LONDON,
}

/** A Knowledge of the given files: name and text. */
export const knowledgeOfFiles = (files: Readonly<Record<string, string>>): Knowledge =>
  buildKnowledge(Object.entries(files).map(([name, content]) => ({ name, content })))

/** Line of a small report, counted from 1, on which a text stands. */
export const lineOf = (file: string, text: string): number =>
  (SMALL_REPORTS[file] ?? '').split('\n').findIndex((line) => line.includes(text)) + 1
