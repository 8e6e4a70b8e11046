import { LANGUAGES } from '../../words/language.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { ClientDisputeMinutes } from './client-minutes.tsx';
import { Colleagues } from './colleagues.tsx';
import { ConnectionCheck } from './connection-check.tsx';
import { ChoiceSetting, CompanySetting, NumberSetting, SwitchSetting, TextSetting } from './controls.tsx';
import { SecretSetting } from './secret.tsx';
import { Shortcut } from './shortcut.tsx';
import { Update } from './update.tsx';
import { Workdays } from './workdays.tsx';

const LARGEST_ID = 2_147_483_647;
const DAY_MINUTES = 1_440;

function Work() {
  return (
    <section>
      <h2>{t().settingSections.work}</h2>
      <div class="side-by-side even">
        <NumberSetting of="workTypeId" least={1} most={LARGEST_ID} />
        <NumberSetting of="techsCount" least={1} most={999} />
      </div>
      <NumberSetting of="undoSeconds" most={30} />
      <NumberSetting of="disputeMinutes" most={DAY_MINUTES} step="any" />
      <ClientDisputeMinutes />
    </section>
  );
}

function Asking() {
  return (
    <section>
      <h2>{t().settingSections.asking}</h2>
      <NumberSetting of="idleMinutes" most={240} step="any" />
      <NumberSetting of="autoPauseMinutes" most={DAY_MINUTES} step="any" />
      <TextSetting of="endOfDay" type="time" />
      <Workdays />
      <SwitchSetting of="notifications" />
      <NumberSetting of="remindBeforeMinutes" most={DAY_MINUTES} step="any" />
    </section>
  );
}

function Appearance() {
  const { theme, language, timeFormat } = t().settingOptions;
  const missing = snapshot.value?.languageMissing;
  const languages = (['system', ...LANGUAGES] as const).map((value) => ({ value, text: language[value] }));
  return (
    <section>
      <h2>{t().settingSections.appearance}</h2>
      <ChoiceSetting
        of="theme"
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, text: theme[value] }))}
      />
      <ChoiceSetting
        of="language"
        options={languages}
        hint={missing ? t().languageMissing(missing) : undefined}
      />
      <ChoiceSetting
        of="timeFormat"
        options={(['system', '12', '24'] as const).map((value) => ({ value, text: timeFormat[value] }))}
      />
      <SwitchSetting of="strip" />
    </section>
  );
}

function Computer() {
  return (
    <section>
      <h2>{t().settingSections.computer}</h2>
      <SwitchSetting of="launchAtLogin" />
      <Shortcut />
    </section>
  );
}

function Connection() {
  const { signIn } = t().settingOptions;
  return (
    <section>
      <h2>{t().settingSections.connection}</h2>
      <TextSetting of="apiUrl" />
      <TextSetting of="loginUrl" />
      <TextSetting of="clientId" />
      <SecretSetting />
      <ChoiceSetting
        of="signIn"
        options={(['password', 'browser'] as const).map((value) => ({ value, text: signIn[value] }))}
      />
      <TextSetting of="redirectUri" />
      <NumberSetting of="requestTimeoutSeconds" least={1} most={600} />
      <ConnectionCheck />
    </section>
  );
}

function Company() {
  return (
    <section>
      <h2>{t().settingSections.company}</h2>
      <CompanySetting of="updateUrl" />
      <Update />
      <CompanySetting of="linkHosts" />
    </section>
  );
}

function RestoreDefaults() {
  const { error, run } = useAct();
  const restore = () => run('settings:restore', () => send('settings:restore-defaults', null));
  return (
    <section>
      <div class="buttons left">
        <Button act="settings:restore" onClick={() => void restore()}>
          {t().restoreDefaults}
        </Button>
      </div>
      <p class="hint">{t().restoreDefaultsHint}</p>
      <ErrorLine error={error} />
    </section>
  );
}

/** Every setting, kept as it is chosen. */
export function Sections() {
  return (
    <>
      <Work />
      <Asking />
      <Appearance />
      <Computer />
      <Colleagues />
      <Connection />
      <Company />
      <RestoreDefaults />
    </>
  );
}
