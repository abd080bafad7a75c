/* The bar at the top: without the profile, and with names for icons. */
import { changeDirective, replace } from './template.js';
import { words } from './words.js';

export default function start(application) {
  changeDirective(application, 'camWidgetHeader', html =>
    replace(
      html,
      // The profile is in another application, and cannot be changed with an external login provider.
      [
        `<li class="profile"
            ng-if="currentApp !== 'welcome'">`,
        '<li class="profile" ng-if="false">'
      ],
      [
        `<li class="divider"
            ng-if="currentApp !== 'welcome'"></li>`,
        ''
      ],
      [
        '<span class="glyphicon glyphicon-home"></span>',
        `<span class="glyphicon glyphicon-home" aria-label="${words.applications}" role="img"></span>`
      ]
    )
  );
}
