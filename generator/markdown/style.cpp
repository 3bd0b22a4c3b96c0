#include "markdown/style.h"

namespace glasshouse::markdown {

constinit const Style kPlain = {.bare = true};

constinit const Style kFeed = {};

constinit const Style kGovuk = {
    .heading = {"", "govuk-heading-l", "govuk-heading-m", "govuk-heading-s", "govuk-heading-s",
                "govuk-heading-s", "govuk-heading-s"},
    .paragraph = "govuk-body",
    .link = "govuk-link",
    .external_link = "govuk-link app-link--external",
    .bullet_list = "govuk-list govuk-list--bullet",
    .number_list = "govuk-list govuk-list--number",
    .quote = "govuk-inset-text",
    .code_block = "app-code",
    .rule = "govuk-section-break govuk-section-break--m govuk-section-break--visible",
    .image = "app-image",
    .table = "govuk-table",
    .table_head = "govuk-table__head",
    .table_body = "govuk-table__body",
    .table_row = "govuk-table__row",
    .table_header = "govuk-table__header",
    .table_cell = "govuk-table__cell",
    .header_centre = "app-table-centre",
    .header_right = "govuk-table__header--numeric",
    .cell_centre = "app-table-centre",
    .cell_right = "govuk-table__cell--numeric",
    .table_region = "app-table-scroll",
    .external_note = " (external site)",
    .visually_hidden = "govuk-visually-hidden",
};

}  // namespace glasshouse::markdown
