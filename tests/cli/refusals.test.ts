import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

/** `train` on iris with an output folder that does not exist yet; nothing may be left of it. */
async function refused(args: readonly string[], code: number): Promise<string> {
  const home = folder()
  const out = join(home, 'a', 'out')
  const given = (flag: string) => args.some((arg) => arg === flag)
  const result = await cli(['train', ...(given('--data') ? [] : ['--data', 'iris']), ...args, ...(given('--out') ? [] : ['--out', out])])
  expect(result).toMatchObject({ code, stdout: '' })
  expect(readdirSync(home)).toEqual([])
  return result.stderr
}

describe('a flag that cannot be used', () => {
  it.each<[string, string]>([
    ['--learning-rate NaN', '--learning-rate is NaN; it must be a finite number above 0.'],
    ['--learning-rate 0', '--learning-rate is 0;'],
    ['--learning-rate -0.1', '--learning-rate is -0.1;'],
    ['--learning-rate inf', '--learning-rate is inf;'],
    ['--learning-rate 0x10', '--learning-rate is 0x10;'],
    ['--learning-rate fast', '--learning-rate is fast;'],
    ['--hidden 0', '--hidden is 0; it must be a whole number from 1 to 4096.'],
    ['--hidden 8,x', '--hidden is 8,x;'],
    ['--hidden 8,,4', '--hidden is 8,,4;'],
    ['--hidden 2.5', '--hidden is 2.5;'],
    ['--hidden 1,1,1,1,1,1,1,1,1,1,1,1,1', 'There are more than 12 hidden layers; use at most 12.'],
    ['--activation relu,tanh', '--activation names 2 activations, but there is 1 hidden layer'],
    ['--hidden none --activation relu,tanh', 'but there are 0 hidden layers'],
    ['--activation rleu', '--activation is rleu; it must be one of linear, relu'],
    ['--activation relu,', '--activation is ""; it must be one of'],
    ['--epochs 0', '--epochs is 0; it must be a whole number from 1 to 1000000.'],
    ['--epochs 1.5', '--epochs is 1.5;'],
    ['--batch-size 0', '--batch-size is 0;'],
    ['--test 1', '--test is 1; it must be at least 0 and below 1.'],
    ['--test -0.1', '--test is -0.1;'],
    ['--l2 -1', '--l2 is -1; it must be a finite number, 0 or more.'],
    ['--seed -1', '--seed is -1; it must be a whole number from 0 to 4294967295.'],
    ['--seed-init 4294967296', '--seed-init is 4294967296;'],
    ['--precision f16', '--precision is f16; it must be one of f32, f64.'],
    ['--scale none,standard', '--scale is none,standard;'],
    ['--scale log', '--scale is log; it must be one of none, standard, minmax, robust.'],
    ['--missing guess', '--missing is guess; it must be one of drop, mean, median, mode, indicator.'],
    ['--encode hash', '--encode is hash; it must be one of one-hot, ordinal.'],
    ['--task ranking', '--task is ranking; it must be one of classification, multilabel, regression.'],
    ['--encoding ebcdic', '--encoding is ebcdic; it must be one of utf-8, gb18030'],
    ['--separator x', '--separator is x; it must be one of comma semicolon tab pipe space blanks , ; |'],
    ['--header maybe', '--header is maybe; it must be one of yes, no.'],
    ['--folds 1', '--folds is 1; it must be a whole number from 2 to 100.'],
    ['--folds 3 --test 0.2', '--folds and --test cannot be given together; leave one of them out.'],
    ['--split-last 5 --folds 3', '--split-last and --folds cannot be given together'],
    ['--split-last 0', '--split-last is 0; it must be a whole number'],
    ['--validation 1', '--validation is 1; it must be at least 0 and below 1.'],
    ['--test 0.5 --validation 0.5', '--validation is 0.5: no rows would be left to train on.'],
    ['--override petal_width_cm', '--override is petal_width_cm; it must be A:missing=X,encode=Y,scale=Z[;B:…].'],
    ['--override petal_width_cm:scale=log', '--override is petal_width_cm:scale=log; it must be one of none'],
    ['--override species:scale=none', '--override names `species`, which is not a feature of this run.'],
    ['--types petal_width_cm=words', '--types is petal_width_cm=words; it must be NAME=number|integer|date'],
    ['--rows 0', '--rows is 0; it must be a whole number from 1 to 1000000000.'],
    ['--rows random:x', '--rows is random:x;'],
    ['--data toy:moons --rows 10', '--rows and toy:moons cannot be given together; leave one of them out.'],
    ['--data toy:moons --header no', '--header and toy:moons cannot be given together'],
    ['--model x', '--model applies only to the command predict, walk.'],
    ['--loss hing', '--loss is hing; it must be one of softmax-cross-entropy'],
    ['--loss mean-squared-error', 'The loss mean-squared-error cannot be used for'],
    ['--loss binary-cross-entropy', 'The loss binary-cross-entropy cannot be used for'],
    ['--positive-weight 2', '--positive-weight applies only to the loss binary-cross-entropy.'],
    ['--loss softmax-cross-entropy --positive-weight 2', '--positive-weight applies only to the loss binary-cross-entropy.'],
    ['--loss binary-cross-entropy --positive-weight 0', '--positive-weight is 0; it must be a finite number above 0.'],
    ['--features species', 'The target species is also a feature'],
    ['--features ,', 'No feature is chosen'],
    [
      '--target species,petal_width_cm --task classification',
      '2 targets are chosen (species, petal_width_cm), but classification has one.'
    ],
    ['--epochs', '--epochs needs a value: --epochs N.'],
    ['--epochs --no-bias', '--epochs needs a value: --epochs N.'],
    ['--epochs 3 --epochs=4', '--epochs is given more than once'],
    ['--no-bias=yes', '--no-bias takes no value, but yes was given.'],
    ['--lr 0.1', 'There is no flag --lr;'],
    ['-e 3', 'There is no flag -e;'],
    ['3', '`3` is not expected here'],
    ['--huber-delta 2', '--huber-delta applies only to the loss huber.'],
    ['--loss multiclass-hinge --margin 0', '--margin is 0; it must be a finite number above 0.'],
    ['--optimizer lbfgs', '--optimizer is lbfgs; it must be one of sgd, rmsprop'],
    ['--momentum 0.9 --optimizer adam', '--momentum applies only to the optimizer sgd.'],
    ['--nesterov --optimizer adam', '--nesterov applies only to the optimizer sgd.'],
    ['--momentum 1', '--momentum is 1; it must be at least 0 and below 1.'],
    ['--beta1 0.5', '--beta1 applies only to the optimizer adam, adamw.'],
    ['--epsilon 0 --optimizer adam', '--epsilon is 0; it must be a finite number above 0.'],
    ['--schedule sometimes', '--schedule is sometimes; it must be one of constant, step'],
    ['--schedule step:often=3', '--schedule step:often=3 is unusable: step takes every=…, factor=…, warm-up=….'],
    ['--schedule step:every=0', '--schedule is step:every=0; it must be a whole number'],
    ['--schedule cosine:floor=x', '--schedule cosine:floor=x is unusable'],
    ['--dropout 1', '--dropout is 1; it must be at least 0 and below 1.'],
    ['--clip 0', '--clip is 0; it must be a finite number above 0.'],
    ['--l1 -1', '--l1 is -1;'],
    ['--init glorot', '--init is glorot; it must be one of auto, he-normal'],
    ['--class-weights setosa', '--class-weights is setosa; it must be balanced|A=1,B=2.'],
    ['--class-weights setosa=0', '--class-weights is setosa=0; it must be a finite number above 0.'],
    ['--loss multiclass-hinge --class-weights balanced', 'Class weights apply only to softmax-cross-entropy'],
    ['--at x=1', '--at applies only to the command graph.'],
    ['--lang fr', '--lang is fr; it must be one of zh, en.']
  ])('%s: exit 2, nothing left behind', async (line, sentence) => {
    expect(await refused(line.split(' '), 2)).toContain(sentence)
  })

  it.each(['data', 'target', 'features', 'out'])('--%s "" is refused as empty', async (name) => {
    expect(await refused([`--${name}`, ''], 2)).toContain(`--${name} is empty`)
  })

  it('is missing: --data, --out, and --target where no sample knows it', async () => {
    expect(await cli(['train', '--out', 'x'])).toMatchObject({ code: 2, stderr: '--data is missing: --data FILE|NAME.\n' })
    expect(await cli(['train', '--data', 'iris'])).toMatchObject({ code: 2, stderr: '--out is missing: --out DIR.\n' })
    expect(await refused(['--data', 'x.csv'], 2)).toBe('--target is missing: --target COLUMN[,…].\n')
  })
})

describe('an output folder that cannot be written', () => {
  it('is refused before the data are read', async () => {
    const home = folder()
    writeFileSync(join(home, 'file'), 'kept')
    for (const out of [join(home, 'file'), join(home, 'file', 'out')]) {
      const { code, stderr } = await cli(['train', '--data', join(home, 'no.csv'), '--target', 'a', '--out', out])
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: `${out} cannot be written: a part of the path is a file, not a folder. Choose another folder.\n`
      })
    }
    expect(readdirSync(home)).toEqual(['file'])
  })
})

describe('a command', () => {
  it.each(['bench'])('%s is refused by name until its version comes', async (command) => {
    expect(await cli([command, '-', '--json'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `The command ${command} is not available in this version; the commands are train, data, predict, grad, fit, graph, walk, lab.\n`
    })
  })

  it('that is none is refused, and so is none', async () => {
    expect(await cli(['tarin'])).toMatchObject({
      code: 2,
      stderr: 'There is no command `tarin`; the commands are train, data, predict, grad, fit, graph, walk, lab.\n'
    })
    expect(await cli([])).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('data that cannot be used', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'The file is empty.'],
    ['a header alone', 'a,b\n', 'Row 1 is a header but there are no data rows.'],
    ['a ragged row', 'a,b,y\n1,2,x\n3,4\n5,6,z\n', 'Row 3 has 2 fields; the header has 3'],
    ['a text in a column of numbers', `a,y\n${'1,p\n2,q\n'.repeat(10)}12abc,p\n`, 'Row 22, column 1 (`a`): `12abc` is not a number.'],
    ['a quote that is never closed', 'a,y\n1,"x\n2,z\n', 'Row 2, column 2 (`y`): a quote opened here is never closed.'],
    ['one class only', 'a,y\n1,x\n2,x\n3,x\n', 'Only one class in `y`'],
    ['a target that is not there', 'a,b\n1,2\n3,4\n', 'There is no column `y`; the columns are `a`, `b`.'],
    ['a damaged workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'This ZIP file is damaged or incomplete'],
    [
      'a byte that is not UTF-8 in a file that is',
      Buffer.concat([Buffer.from('数,y\n字,z\n'), Buffer.of(0xff), Buffer.from(',x\n')]),
      'Byte 13 (row 3'
    ]
  ])('%s: exit 3, nothing written', async (_what, content, sentence) => {
    const home = folder()
    const path = join(home, '数据.csv')
    const out = join(home, 'out')
    writeFileSync(path, content)
    const { code, stdout, stderr } = await cli(['train', '--data', path, '--target', 'y', '--out', out])
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toContain(`${path}: ${sentence}`)
    expect(existsSync(out)).toBe(false)
  })

  it.each<[string, string]>([
    ['--data nothing.csv --target y', 'There is no file nothing.csv.'],
    ['--data irsi --target y', 'There is neither a file nor a sample dataset named irsi; the sample datasets are iris'],
    ['--target nope', 'There is no column `nope`'],
    ['--target species,nope', 'There is no column `nope`'],
    ['--split-column nope', 'There is no column `nope`'],
    ['--features nope', 'There is no column `nope`'],
    ['--override petal:scale=none', 'There is no column `petal`'],
    ['--class-weights rose=2', 'The class weights name rose, but the classes of `species` are setosa, versicolor, virginica.'],
    ['--rows 1', 'Besides the target species there is no column to learn from'],
    ['--types nope=text', 'There is no column `nope`'],
    ['--task regression', 'regression needs numbers'],
    ['--test 0.999', 'at least 2 training rows']
  ])('%s: exit 3, nothing written', async (line, sentence) => {
    expect(await refused(line.split(' '), 3)).toContain(sentence)
  })
})
