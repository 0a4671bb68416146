const fence = '```'

/** A lab with a task of every kind, that locks the loss, the seeds and a page, and asks where to hand in. */
export const sampleLab = `---
lab: bp-000          format: 1          app: >=0.1
title: 两层网络 | Two layers
id: [0-9]{8}         time: 90 min       late: flag
data: toy:moons?size=200&noise=0.15&seed={seed}
lock: data, loss, seeds, network, optimizer, graph    allow: hidden 1..16, learningRate, epochs
handin: ask
---
## intro
[zh] 先读公式：$ds=(P-Y)/N$。
[en] Read the formula: $ds=(P-Y)/N$.
## q1 {2}
[zh] db2 各元素之和是多少？
[en] What is the sum of db2?
${fence}predict
answer: engine L000.db2.sum    tolerance: 1e-9    tries: 2    then: reveal
${fence}
## b1 {4}
[zh] 只看表格找错。
[en] Find the bug from the table.
${fence}bug
lesson: L000    fault: unmasked-relu    ask: tensor, why
${fence}
## c1 {6}
[zh] 写出反向传播。
[en] Write the backward pass.
${fence}code
language: python    lesson: L000    stages: ds 2, dW2 2, dZ 1, dW1 1
nets: own, random 3    carry: yes
${fence}
## f1 {3}
[zh] 为什么？
[en] Why?
${fence}text
words: 2..60    rubric: 掩码看 Z|the mask looks at Z = 3
${fence}
## r1 {2}
[zh] 训练网络。
[en] Train the network.
${fence}run
goal: train.loss < 0.6
${fence}
`
