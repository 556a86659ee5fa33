const declared = new Set<string>();

/**
 * Makes the names of jobs known. Whoever requests a job declares it, where it is requested; the worker refuses to
 * start unless each declared name has exactly one processor.
 */
export function declareJobs(...names: string[]): void {
  for (const name of names) declared.add(name);
}

export const declaredJobs = (): string[] => [...declared].sort();

/** A name nobody declared is a programmer's error. */
export function assertDeclared(name: string): void {
  if (!declared.has(name))
    throw new Error(`job "${name}" is not declared: call declareJobs('${name}') beside its use`);
}
