/** The seed of the schedules that every test run lives through; another is given by hand. */
export const SEED = Number(process.env.FAULTS_SEED ?? 20_260_513);
