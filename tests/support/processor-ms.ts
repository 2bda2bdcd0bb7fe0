/** Processor time that work takes, in milliseconds: other programs on the machine do not lengthen it. */
export const processorMs = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
