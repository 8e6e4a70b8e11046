/** The seed of the schedules in which each sabotage must be found: a rare one is not to be missed by chance. */
export const SABOTAGE_SEED = 20_260_513;

/** The seed of the schedules that must all hold, another one in every test run; one is given by hand. */
export const SEED = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);
