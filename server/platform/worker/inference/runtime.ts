import { createRequire } from 'node:module'

type Numbers = Float32Array | BigInt64Array

interface Session {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  run(feeds: Record<string, object>): Promise<Record<string, { data: Float32Array; dims: readonly number[] }>>
}

/** The part of onnxruntime-node that is used; the package is optional, so its types may be missing. */
export interface Runtime {
  Tensor: new (type: 'float32' | 'int64', data: Numbers, dims: readonly number[]) => object
  InferenceSession: { create(model: Buffer | string, options: object): Promise<Session> }
}

const PACKAGE = 'onnxruntime-node'

/** Options of every session: a run uses one core and keeps no memory plan for the next shape. */
export const SESSION_OPTIONS = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  enableMemPattern: false,
} as const

/** @throws Error where the package is not installed */
export const loadRuntime = (): Runtime => createRequire(__filename)(PACKAGE) as Runtime

/** True when an optional package can be loaded from here. */
export function hasPackage(name: string = PACKAGE): boolean {
  try {
    createRequire(__filename).resolve(name)
    return true
  } catch {
    return false
  }
}
