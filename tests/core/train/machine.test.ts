import { describe, expect, it } from 'vitest'
import { LostThread, Trainer, plainMachine, type Machine, type MachineFactory, type TrainerOptions } from '#core'
import { threeBlobs } from '../../support/blobs'

const straight = trained(new Trainer(threeBlobs()))

function trained(trainer: Trainer): Trainer {
  while (trainer.epoch < 4) trainer.trainStep()
  return trainer
}

/** The plain machine, with something else in front of its steps and evaluations. */
function disturbed(disturb: (machine: Machine) => Partial<Machine>): MachineFactory {
  return (options) => {
    const machine = plainMachine(options)
    return { ...machine, ...disturb(machine) }
  }
}

function expectSameAsStraight(options: Partial<TrainerOptions>): void {
  const trainer = trained(new Trainer({ ...threeBlobs(), ...options }))
  expect(trainer.state()).toEqual(straight.state())
}

describe('a trainer', () => {
  it('asks again for a step or an evaluation that was done in part, and comes to the same bits', () => {
    const forEachPart = disturbed((machine) => {
      let calls = 0
      const part = () => (calls += 1) % 3 !== 0
      return {
        takeStep: (request) => (part() ? null : machine.takeStep(request)),
        evaluate: (set, loss) => (part() ? null : machine.evaluate(set, loss))
      }
    })
    expectSameAsStraight({ machine: forEachPart })
  })

  it('takes steps together on a machine that can, however many it does at once', () => {
    let turn = 0
    const together = disturbed((machine) => ({
      takeSteps: ({ from, to, batch, objective, learningRates, clip, step }) => {
        // None, one, two, three, as though the work of more were too long.
        const most = turn++ % 4
        let done = 0
        for (let first = from; first < to && done < most; first += batch, done++) {
          const request = {
            from: first,
            to: Math.min(to, first + batch),
            objective,
            learningRate: learningRates[done],
            clip,
            step: step + done
          }
          expect(machine.takeStep(request)).not.toBeNull()
        }
        return done
      }
    }))
    const schedules = [{ kind: 'constant' }, { kind: 'cosine', warmUp: 1 }] as const
    for (const options of schedules.flatMap((schedule) => [1, 3, 1000].map((batchSize) => ({ schedule, batchSize, epochs: 4 })))) {
      const straight = trained(new Trainer({ ...threeBlobs(), ...options }))
      const trainer = new Trainer({ ...threeBlobs(), ...options, machine: together })
      while (trainer.epoch < 4) trainer.trainSteps(5, 4)
      expect(trainer.state()).toEqual(straight.state())
    }
    expect(turn).toBeGreaterThan(20)
  })

  it('takes the steps since the last epoch’s end again when a thread is lost, and comes to the same bits', () => {
    let losses = 0
    const losing = disturbed((machine) => {
      const lose = () => {
        losses += 1
        throw new LostThread()
      }
      return {
        takeStep: (request) => {
          const loss = machine.takeStep(request)
          return request.step === 6 && losses === 1 ? lose() : loss
        },
        evaluate: (set, loss) => (losses === 0 ? lose() : machine.evaluate(set, loss))
      }
    })
    expectSameAsStraight({ machine: losing })
    expect(losses).toBe(2)
  })

  it('takes steps again with the settings they had when a thread is lost after a live change', () => {
    const halves = (machine: MachineFactory = plainMachine) => {
      const trainer = new Trainer({ ...threeBlobs(), batchSize: 7, machine })
      trainer.trainStep()
      trainer.trainStep()
      trainer.change({ batchSize: 5, learningRate: 0.01 })
      while (trainer.epoch < 2) trainer.trainStep()
      return trainer.state()
    }
    let isLost = false
    const losing = disturbed((machine) => ({
      takeStep: (request) => {
        if (isLost || request.step < 4) return machine.takeStep(request)
        isLost = true
        throw new LostThread()
      }
    }))
    expect(halves(losing)).toEqual(halves())
    expect(isLost).toBe(true)
  })

  it('leaves a step that a rewinding broke off', () => {
    let patient = false
    const slow = disturbed((machine) => ({ takeStep: (request) => (patient ? machine.takeStep(request) : null) }))
    const trainer = new Trainer({ ...threeBlobs(), machine: slow })
    expect(trainer.trainStep()).toBeNull()
    trainer.rewind()
    patient = true
    trainer.change({ batchSize: 38 })
    trainer.trainStep()
    expect([trainer.epoch, trainer.step]).toEqual([1, 1])
  })

  it('gives its machine back', () => {
    let released = 0
    const trainer = new Trainer({ ...threeBlobs(), machine: disturbed(() => ({ release: () => (released += 1) })) })
    trainer.release()
    expect(released).toBe(1)
  })

  it('has no figures for an epoch that the rule leaves out', () => {
    let evaluations = 0
    const counted = disturbed((machine) => ({
      evaluate: (set, loss) => {
        evaluations += 1
        return machine.evaluate(set, loss)
      }
    }))
    // 38 + 9 rows, and parameters enough for more than 1e8 multiply-adds: every second epoch.
    const network = {
      inputs: 2,
      layers: [
        { units: 1_000_000, activation: 'tanh' },
        { units: 3, activation: 'linear' }
      ]
    } as const
    const machine: MachineFactory = (options) => counted({ ...options, network: threeBlobs().network })
    const rule = (evaluation?: 'auto' | 'every') => new Trainer({ ...threeBlobs(), network, machine, epochs: 4, evaluation })
    const every = trained(rule('every'))
    expect(evaluations).toBe(10)
    const auto = trained(rule())
    expect(evaluations).toBe(18)
    expect(Array.from(auto.history.slice().trainLoss, Number.isNaN)).toEqual([false, false, false, true, false])
    expect(auto.parameters).toEqual(every.parameters)
  })
})
