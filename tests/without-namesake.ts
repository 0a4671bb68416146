/** Source files without a test of their name. */
export interface WithoutNamesake {
  /** A path from the top; `{a,b}` stands for either, `*` for any part of a name, `**` for any folders. */
  readonly files: string
  /** The tests that exercise them, below tests/. */
  readonly testedBy: readonly string[]
  /** Why these have no test of their own. */
  readonly because: string
}

/**
 * The source files that other tests than a namesake exercise. Files with nothing but types need no entry. `mirror.test.ts` fails for a file
 * that has neither a namesake nor an entry, and for an entry that no file needs. Names are spelt out where a new file deserves a test.
 */
export const withoutNamesake: readonly WithoutNamesake[] = [
  {
    files: 'src/core/index.ts',
    testedBy: ['architecture.test.ts'],
    because: 'the public entry: re-exports alone'
  },
  {
    files: 'src/core/lab-file/{fields,header,tasks,values}.ts',
    testedBy: ['core/lab-file/read-lab-file.test.ts'],
    because: 'the parts of reading a lab file, each line of which a test of the whole changes'
  },
  {
    files: 'src/engine/labs/{collect-desk,collected-class,page-python}.ts',
    testedBy: ['e2e/collect.test.ts'],
    because: 'collecting in the window, whose Python is in its page, tested there with the marks counted by hand'
  },
  {
    files: 'src/renderer/features/collect/**',
    testedBy: ['e2e/collect.test.ts', 'renderer/messages.test.ts'],
    because: 'the view in which a class is collected, tested in the window with programs that run in pages of their own'
  },
  {
    files: 'src/engine/labs/{answer-file,lab-commands,lab-work,run-answer,section-states,unfinished-lab}.ts',
    testedBy: ['engine/labs/answer-keeper.test.ts', 'engine/labs/lab-desk.test.ts', 'e2e/lab-mode.test.ts'],
    because: 'a file of answers, tested with those in two places, and the requests about a lab, tested by two students and their teacher'
  },
  {
    files:
      'src/renderer/{features/lessons/**,features/lab-mode/**,features/labs/BackwardBench.vue,pages/{graph,labs,microscope}/messages.ts,engine-client/useBridge.ts}',
    testedBy: ['e2e/lab-mode.test.ts', 'e2e/labs.test.ts', 'e2e/axe.test.ts', 'renderer/messages.test.ts'],
    because: 'the page Labs, tested as lessons and labs are worked on in the window, its words by table'
  },
  {
    files: 'src/engine/{store/open-first,data/suggested-for}.ts',
    testedBy: ['engine/experiment-service.test.ts', 'engine/store/session.test.ts', 'engine/store/class-settings.test.ts'],
    because: 'what is opened to begin with, tested with sessions, class settings and samples, damaged ones too'
  },
  {
    files: 'src/main/file-handlers.ts',
    testedBy: ['e2e/lab-mode.test.ts', 'e2e/open-files.test.ts'],
    because: 'dialogs of the system, tested in the window'
  },
  {
    files: 'src/shared/lessons.ts',
    testedBy: ['engine/labs/lab-library.test.ts'],
    because: 'a list of names'
  },
  {
    files: 'src/core/lab-marks/mark.ts',
    testedBy: ['core/lab-marks/mark-bug.test.ts', 'core/lab-marks/mark-code.test.ts'],
    because: 'the form of a mark, which every mark has'
  },
  {
    files: 'src/core/lab-collect/{answer-html,class-page,feedback-sheet,html,similar,tables}.ts',
    testedBy: ['cli/collect-lab.test.ts'],
    because: 'the parts of collecting answers, tested on a class of 60 with everything that can be wrong'
  },
  {
    files: 'src/node/lab/*.ts',
    testedBy: ['cli/collect-lab.test.ts'],
    because: 'the parts of collecting that need files, Python and training, tested as the command is called'
  },
  {
    files: 'src/cli/check-lab.ts',
    testedBy: ['cli/lab.test.ts'],
    because: 'a command, tested as it is called'
  },
  {
    files: 'src/node/sources/{kinds,rows/source-csv,archives/archive-entry,archives/archive-xml,archives/only-file}.ts',
    testedBy: ['node/sources/open-source.test.ts'],
    because: 'parts of reading archives and workbooks, tested on files of other programs'
  },
  {
    files: 'src/node/sources/{xlsx/*,sheets/date-text,sheets/ods,sheets/point-groups,sheets/sheet-limits}.ts',
    testedBy: ['node/sources/open-source.test.ts'],
    because: 'parts of reading workbooks, tested on files of other programs'
  },
  {
    files:
      'src/core/messages/{case,check,column-note,data,data-file,data-layout,doctor,file,flag,format,graph,lab,lab-collect,lab-file,lab-marks,note,numeric,preparation-note,reading-note,request,shape,spec,walk}.ts',
    testedBy: ['core/messages/catalogue.test.ts'],
    because: 'sentences, tested by table'
  },
  {
    files: 'src/core/python/{python-engine,python-programs,python-texts}.ts',
    testedBy: ['core/python/explain-error.test.ts', 'core/lab/student-program.test.ts', 'node/python/child-python.test.ts'],
    because: 'an interface with its limits, the programs that Python runs, and sentences'
  },
  {
    files: 'src/core/machines/build.ts',
    testedBy: ['engine/run/runner.test.ts', 'core/formats/experiment-json.test.ts'],
    because: 'two stored names, tested where they are written and read'
  },
  {
    files: 'src/core/autodiff/ops/*.ts',
    testedBy: ['core/autodiff/ops/catalogue.test.ts'],
    because: 'operations, tested by the table of the catalogue; knip reports one that is not in it'
  },
  {
    files: 'src/core/walk/rules/*.ts',
    testedBy: ['core/walk/walk-batch.test.ts', 'core/walk/code/script.test.ts'],
    because: 'rules of single steps, tested over every activation, loss, regularizer and optimizer, and by values computed elsewhere'
  },
  {
    files: 'src/core/walk/record/{context,reach,recorder,walk}.ts',
    testedBy: ['core/walk/walk-batch.test.ts'],
    because: 'what all rules share, tested with them: terms, and the cells that a number enters'
  },
  {
    files: 'src/core/walk/code/{infix,languages,line,numpy,pytorch,typescript}.ts',
    testedBy: ['core/walk/code/parse.test.ts', 'core/walk/code/script.test.ts'],
    because: 'the languages of code, tested by one table and by running the scripts'
  },
  {
    files: 'src/cli/{model-reading,run-data,walk-model}.ts',
    testedBy: ['cli/walk.test.ts', 'cli/stored-run.test.ts'],
    because: 'one half of the command, tested with it'
  },
  {
    files: 'src/core/doctor/evidence/{layer-fault,measures,prepared-note,rarest-recall,run-evidence,test-error,trial}.ts',
    testedBy: ['core/doctor/runs.test.ts', 'core/doctor/rules.test.ts'],
    because: 'the measurements that the rules judge, tested on real runs'
  },
  {
    files: 'src/core/doctor/rules/*.ts',
    testedBy: ['core/doctor/rules.test.ts', 'core/doctor/runs.test.ts'],
    because: 'rules, tested by the table of the catalogue'
  },
  {
    files: 'src/core/toys/{blobs,checkerboard,circles,line,moons,sine,spirals,step,xor}.ts',
    testedBy: ['core/toys/make.test.ts', 'core/toys/knobs.test.ts'],
    because: 'toy data sets, tested by the table of the catalogue'
  },
  {
    files: 'src/engine/walks/*.ts',
    testedBy: ['engine/queries/walk.test.ts'],
    because: 'the walks that the engine process keeps, tested by its answers and by the step that is taken from one'
  },
  {
    files: 'src/renderer/**/{en,zh-CN}.ts',
    testedBy: ['renderer/messages.test.ts'],
    because: 'texts of the window; both languages are typed and compared'
  },
  {
    files: 'src/renderer/*.vue',
    testedBy: ['e2e/axe.test.ts', 'e2e/layout.test.ts'],
    because: 'the window itself'
  },
  {
    files: 'src/renderer/{ui,charts,commands,pages,pages/*}/*.vue',
    testedBy: ['e2e/axe.test.ts', 'e2e/layout.test.ts', 'e2e/controls.test.ts'],
    because: 'drawn components: looked at in every state by axe and the layout tests, operated by keyboard and mouse'
  },
  {
    files:
      'src/renderer/features/{check,curves,data,doctor,engine-settings,formulas,handover,inside,learned,metrics,network,predict,run,sample,settings,shell,toys,weights}/*.vue',
    testedBy: ['e2e/axe.test.ts', 'e2e/layout.test.ts', 'e2e/journeys/journeys.test.ts'],
    because: 'drawn components: looked at in every state by axe and the layout tests, used in the journeys'
  },
  {
    files: 'src/renderer/features/microscope/*.vue',
    testedBy: ['e2e/microscope.test.ts', 'e2e/axe.test.ts', 'e2e/layout.test.ts'],
    because: 'drawn components: their numbers are read off the window'
  },
  {
    files: 'src/renderer/features/microscope/{useDrawing,useMicroscope,useWalkKeys,useWalkSource}.ts',
    testedBy: ['e2e/microscope.test.ts'],
    because: 'what the components of the microscope share, with the engine process behind it'
  },
  {
    files: 'src/shared/**/*.ts',
    testedBy: ['e2e/security.test.ts'],
    because: 'schemas and constants of what crosses a process'
  },
  {
    files:
      'src/cli/{data-flags,data-source,display,execute,flag-values,flag,flags,graph,index,invocation,language,preparation-flags,print-notes,read-flags,read-settings,report-error,report-run,result-table,setting-flags,show-data,structured-flags,toy-help,train-folds,train-request,train-settings,version}.ts',
    testedBy: ['cli/train.test.ts', 'cli/train-options.test.ts', 'cli/refusals.test.ts', 'cli/help.test.ts'],
    because: 'parts of the command line, which is tested as a whole: flags in, files and exit codes out'
  },
  {
    files: 'src/core/explore/{differences,fold,graph-dot,node-detail,operation-code,safe-names,second-order,symbols,trace}.ts',
    testedBy: ['core/explore/explore.test.ts', 'core/explore/flat-code.test.ts', 'cli/cases.test.ts'],
    because: 'parts of the picture of a graph, tested as a whole'
  },
  {
    files: 'src/renderer/features/graph/*.vue',
    testedBy: ['e2e/graph.test.ts', 'e2e/axe.test.ts', 'e2e/layout.test.ts'],
    because: 'the parts of the graph explorer, driven in the window'
  },
  {
    files: 'src/renderer/features/graph/{svg-to-png,tensor-cells,useGraphExplorer,useTrace}.ts',
    testedBy: ['e2e/graph.test.ts'],
    because: 'the state of the graph explorer, and its numbers and pictures, tested in the window'
  },
  {
    files: 'src/engine/queries/graph.ts',
    testedBy: ['core/explore/explore.test.ts', 'node/graph-picture/layout-graph.test.ts'],
    because: 'hands the questions of the graph explorer to the core'
  },
  {
    files:
      'src/core/autodiff/expressions/{compile,expression-graph,expression.d.peggy,finite,functions,place,second-derivatives,shapes,tensor-value}.ts',
    testedBy: ['core/autodiff/expressions/program.test.ts', 'core/autodiff/expressions/expression-derivatives.test.ts'],
    because: 'parts of the way from a text to a graph, which are tested as a whole'
  },
  {
    files: 'src/core/autodiff/graph/{derivatives,events,forward-sweep,graph,network-losses,reverse-sweep}.ts',
    testedBy: ['core/autodiff/graph/sweeps.test.ts', 'core/autodiff/graph/network.test.ts'],
    because: 'parts of the sweeps, which are tested together on graphs and against PyTorch'
  },
  {
    files: 'src/core/mistakes/{in-all,in-bias,in-loss,in-penalty,in-products,in-slope,mistake,places}.ts',
    testedBy: ['core/mistakes/catalogue.test.ts', 'core/mistakes/mistaken-gradients.test.ts', 'core/mistakes/name-mistakes.test.ts'],
    because: 'the entries of the catalogue and their places, each of which is made, checked and named there'
  },
  {
    files: 'src/core/cases/{gradient-case,graph-case,network-case,reader,training-case}.ts',
    testedBy: ['core/cases/cases.test.ts', 'cli/cases.test.ts'],
    because: 'parts of solving a case, tested against every reference case'
  },
  {
    files: 'src/core/check/{branches,checked-loss,epsilon,forward-derivative,operation-check,part-norms,place,sample,sanity,verdict}.ts',
    testedBy: ['core/check/gradient-check.test.ts', 'core/mistakes/catalogue.test.ts', 'core/check/extremes.test.ts'],
    because: 'parts of the gradient check, tested as a whole on right and wrong gradients'
  },
  {
    files:
      'src/core/data/{byte-lists,byte-rows,cell-texts,column-cells,column-summary,comments,create-column,encoding-survey,missing,most-frequent,number-cells,number-tally,other-kinds,read-again,read-options,reading-notes,reading,row-fields,row-store,scan-row,table-layout,text-cells,text-stream,written-number}.ts',
    testedBy: [
      'core/data/layouts.test.ts',
      'core/data/table-reader.test.ts',
      'core/data/read-csv.test.ts',
      'core/data/mutations.test.ts',
      'core/data/columns.test.ts'
    ],
    because: 'parts of the reader of tables, tested as a whole and compared with papaparse'
  },
  {
    files: 'src/core/doctor/{catalogue,diagnose}.ts',
    testedBy: ['core/doctor/rules.test.ts', 'core/doctor/runs.test.ts'],
    because: 'runs the rules'
  },
  {
    files: 'src/core/formats/run-state.ts',
    testedBy: ['core/formats/session-file.test.ts', 'core/formats/continuation.test.ts'],
    because: 'the part that sessions and weights files have in common, tested through both'
  },
  {
    files: 'src/core/formats/{folds,history-tensors,weights-file}.ts',
    testedBy: ['core/formats/weight-formats.test.ts', 'cli/preparation.test.ts'],
    because: 'shared by the formats of weights, and the files of folds'
  },
  {
    files: 'src/core/inspect/{fold-units,unit-sum}.ts',
    testedBy: ['core/inspect/network-picture.test.ts'],
    because: 'parts of the picture of a network'
  },
  {
    files: 'src/core/machines/plain/plain-machine.ts',
    testedBy: ['core/machines/wasm/wasm-machine.test.ts', 'core/train/machine.test.ts'],
    because: 'the definition that every other machine is compared with'
  },
  {
    files: 'src/core/machines/wasm/{contexts,evaluator,fields,host,layout,panels,session,stepper,workspace}.ts',
    testedBy: ['core/machines/wasm/wasm-machine.test.ts', 'core/machines/wasm/reference.test.ts', 'core/machines/wasm/elementwise.test.ts'],
    because: 'parts of the fast machine, compared as a whole with the plain one and with PyTorch'
  },
  {
    files: 'src/core/math/{double-double,exp,half-pi,ln-two,ln,softplus,tanh}.ts',
    testedBy: ['core/math/elementary.test.ts', 'core/math/sin-cos.test.ts'],
    because: 'elementary functions and their constants, tested by table over the whole range'
  },
  {
    files: 'src/core/messages/app-error.ts',
    testedBy: ['core/messages/catalogue.test.ts'],
    because: 'the error that carries a sentence'
  },
  {
    files:
      'src/core/metrics/{accuracy,area-under-curve,class-probabilities,log-loss,metric,precision-recall-curve,predicted-classes,ratio,squared-residuals,threshold-counts}.ts',
    testedBy: ['core/metrics/classification-metrics.test.ts', 'core/metrics/regression-metrics.test.ts', 'core/metrics/roc-curve.test.ts'],
    because: 'metrics, compared by table with scikit-learn'
  },
  {
    files: 'src/core/network/{dropout,forward,spec,update}.ts',
    testedBy: ['core/network/backward.test.ts', 'core/train/step.test.ts'],
    because: 'forward, update and their parts, tested together against PyTorch'
  },
  {
    files: 'src/core/nn/{elementwise-loss,formula,initializers,loss,losses,optimizer,optimizers,option,schedules}.ts',
    testedBy: ['core/train/step.test.ts', 'core/network/backward.test.ts', 'core/machines/wasm/settings.test.ts'],
    because: 'catalogues, tested by table and against PyTorch'
  },
  {
    files: 'src/core/preparation/{apply,cells,class-weights,coded-texts,near-identifier,notes-on-cells}.ts',
    testedBy: ['core/preparation/pipeline.test.ts', 'core/preparation/prepare.test.ts', 'core/preparation/scikit-learn.test.ts'],
    because: 'parts of the pipeline, tested as a whole and compared with scikit-learn'
  },
  {
    files: 'src/core/runs/{run-change,run-record}.ts',
    testedBy: ['core/runs/create.test.ts', 'core/formats/session-file.test.ts'],
    because: 'the record of a run, tested through the files that it is written to'
  },
  {
    files: 'src/core/settings/{catalogue,choices,limits,reading-schema,rules,structured}.ts',
    testedBy: ['core/settings/settings.test.ts'],
    because: 'parts of the settings, tested by table'
  },
  {
    files: 'src/core/tensor/products.ts',
    testedBy: ['core/machines/wasm/products.test.ts', 'core/autodiff/ops/catalogue.test.ts'],
    because: 'the products that fast kernels are compared with'
  },
  {
    files: 'src/core/toys/{catalogue,round,toy}.ts',
    testedBy: ['core/toys/make.test.ts', 'core/toys/knobs.test.ts'],
    because: 'the catalogue of toy data sets and what its entries share'
  },
  {
    files: 'src/core/train/{divergence,epoch-evaluation,epoch-log,epochs,history,live-settings,step-requests,step-runner,training-loop}.ts',
    testedBy: ['core/train/trainer.test.ts', 'core/train/machine.test.ts'],
    because: 'parts of the trainer, tested as a whole'
  },
  {
    files: 'src/engine/commands/{data,files,open-experiment,open-weights,run}.ts',
    testedBy: ['engine/commands/reading.test.ts', 'engine/experiment-service.test.ts', 'e2e/open-files.test.ts'],
    because: 'handlers of commands, tested through the service that answers them'
  },
  {
    files: 'src/engine/data/data-for-settings.ts',
    testedBy: ['engine/data/dataset-loader.test.ts', 'e2e/data.test.ts'],
    because: 'part of loading data'
  },
  {
    files: 'src/engine/{path-grants,process}.ts',
    testedBy: ['engine/experiment-service.test.ts', 'engine/run/runner.test.ts', 'e2e/session.test.ts', 'e2e/engine-death.test.ts'],
    because: 'parts of the engine process, tested through its requests'
  },
  {
    files:
      'src/engine/queries/{answers,batch-losses,facts,handlers,hidden,inputs,network,outputs,overfit,point-inputs,sweep,truth,unit,view}.ts',
    testedBy: [
      'engine/queries/sample.test.ts',
      'engine/queries/points.test.ts',
      'engine/queries/inside.test.ts',
      'engine/queries/refused.test.ts'
    ],
    because: 'queries and what they share, tested through the service that answers them'
  },
  {
    files:
      'src/engine/run/{checkpoints,experiment-state,experiment,gradient-checker,history-feed,live-changes,make-ready,network-statistics,replay-plan,row-preparation,run-builds,run-clock,summaries}.ts',
    testedBy: ['engine/run/runner.test.ts', 'engine/run/retrace.test.ts', 'engine/run/step-back.test.ts', 'e2e/run-controls.test.ts'],
    because: "parts of an experiment's run, tested as a whole"
  },
  {
    files: 'src/engine/store/{exports,settings-file}.ts',
    testedBy: ['engine/store/autosave.test.ts', 'engine/store/weights-run.test.ts', 'e2e/session.test.ts'],
    because: 'parts of what is kept on disk, tested by saving and restoring'
  },
  {
    files: 'src/main/{command-line,dialogs,engine-host,grants,index,ipc,menu-words,protocol,refuse-start,security,start,windows}.ts',
    testedBy: ['e2e/security.test.ts', 'e2e/shell.test.ts', 'e2e/session.test.ts', 'e2e/package.test.ts'],
    because: 'needs Electron: tested in the real window'
  },
  {
    files: 'src/node/files/{copy-data-file,fold-files,model-file,open-file,read-if-present,system-errors}.ts',
    testedBy: ['node/files/run-files.test.ts', 'cli/train.test.ts', 'cli/predict.test.ts'],
    because: 'reads and writes files, tested through the command line'
  },
  {
    files: 'src/node/kernels/kernel-host.ts',
    testedBy: ['node/kernels/start-backend.test.ts'],
    because: 'hands the compiled kernels to the backends'
  },
  {
    files: 'src/node/tasks/task-slot.ts',
    testedBy: ['engine/experiment-service.test.ts', 'engine/data/dataset-loader.test.ts'],
    because: 'runs long work in slices, tested through what runs in it'
  },
  {
    files: 'src/preload/index.ts',
    testedBy: ['e2e/security.test.ts'],
    because: 'needs Electron: tested in the real window'
  },
  {
    files:
      'src/renderer/charts/{chart-drawing,chart-picture,fit-canvas,line-chart,line-config,line-drawing,scatter-colors,scatter-plot,svg-context,useChartFiles}.ts',
    testedBy: ['e2e/curves.test.ts', 'e2e/exports.test.ts'],
    because: 'draws on a canvas and writes pictures: tested in the real window'
  },
  {
    files: 'src/renderer/commands/handlers.ts',
    testedBy: ['renderer/commands/useCommands.test.ts'],
    because: 'what the commands do, tested through the registry'
  },
  {
    files: 'src/renderer/engine-client/{bridge-client,subject,useProblems}.ts',
    testedBy: ['renderer/engine-client/useEngine.test.ts'],
    because: 'parts of the connection to the engine process'
  },
  {
    files: 'src/renderer/features/check/useSweep.ts',
    testedBy: ['e2e/run-controls.test.ts'],
    because: 'asks the engine process: tested in the real window'
  },
  {
    files: 'src/renderer/features/curves/{useBatchLosses,useChartCursor,useCurves}.ts',
    testedBy: ['e2e/curves.test.ts', 'renderer/features/curves/ChartCard.test.ts'],
    because: 'state of the curves: tested in the real window'
  },
  {
    files: 'src/renderer/features/data/{useDataKey,useDataSets,useGrid,usePipeline,useProfiles,useReading,useScatterSource}.ts',
    testedBy: ['e2e/data.test.ts'],
    because: 'asks the engine process for what is visible: tested in the real window'
  },
  {
    files: 'src/core/{metrics,settings}/formulas.ts',
    testedBy: ['renderer/features/formulas/formula-of.test.ts'],
    because: 'formulas, tested by table: each is typeset'
  },
  {
    files: 'src/renderer/features/formulas/load-katex.ts',
    testedBy: ['renderer/features/formulas/formula-of.test.ts', 'e2e/inside-and-formulas.test.ts'],
    because: 'loads the library that typesets formulas'
  },
  {
    files: 'src/renderer/features/inside/figures.ts',
    testedBy: ['e2e/inside-and-formulas.test.ts'],
    because: 'the list of figures that the window shows'
  },
  {
    files: 'src/renderer/features/learned/{learned-frame,learned-layers,learned-plot,useInputs,usePoints,useTarget}.ts',
    testedBy: ['e2e/cards.test.ts'],
    because: 'draws what was learned on a canvas: tested in the real window'
  },
  {
    files: 'src/renderer/features/naming/{useDataName,useNetworkNames}.ts',
    testedBy: ['e2e/data.test.ts'],
    because: 'names of data and networks as shown: tested in the real window'
  },
  {
    files: 'src/renderer/features/network/draw-network.ts',
    testedBy: ['e2e/cards.test.ts'],
    because: 'draws the network on a canvas: tested in the real window'
  },
  {
    files: 'src/renderer/features/run/useBestEpoch.ts',
    testedBy: ['e2e/run-controls.test.ts'],
    because: 'figures beside the run bar: tested in the real window'
  },
  {
    files: 'src/renderer/features/settings/useOpenOnError.ts',
    testedBy: ['e2e/settings.test.ts'],
    because: 'state of the sidebar: tested in the real window'
  },
  {
    files: 'src/renderer/features/shell/{useCloseQuestion,useFileDrop,usePaste,useStartMark}.ts',
    testedBy: ['e2e/shell.test.ts', 'e2e/open-files.test.ts', 'e2e/session.test.ts'],
    because: 'drop, paste, start and the question before closing: tested in the real window'
  },
  {
    files: 'src/renderer/features/toys/draw-points.ts',
    testedBy: ['e2e/toys.test.ts'],
    because: 'draws points on a canvas: tested in the real window'
  },
  {
    files: 'src/renderer/i18n/i18n.ts',
    testedBy: ['renderer/i18n/useText.test.ts'],
    because: 'the instance that holds the texts'
  },
  {
    files: 'src/renderer/{main,window-state}.ts',
    testedBy: ['e2e/first-run.test.ts'],
    because: 'starts the page'
  },
  {
    files: 'src/renderer/pages/workbench/{cards,detail-tabs,useMaximised}.ts',
    testedBy: ['e2e/axe.test.ts', 'e2e/cards.test.ts', 'e2e/pages.test.ts'],
    because: 'registries of tabs and cards, whose entries the tests of the window visit'
  },
  {
    files: 'src/renderer/styles/load-fonts.ts',
    testedBy: ['e2e/layout.test.ts'],
    because: 'loads the bundled fonts: tested in the real window'
  },
  {
    files: 'src/renderer/ui/{field-revision,icons,maximise,row-height,useConfirm}.ts',
    testedBy: ['renderer/ui/NumberField.test.ts', 'renderer/ui/SelectField.test.ts', 'e2e/controls.test.ts'],
    because: 'shared by fields and lists: tested with them'
  }
]
