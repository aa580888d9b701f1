// Values of the fixture's records from views of them. With records that have no views, these are the records themselves.

#pragma once

#include "exporter_cpp.h"
#include "values.h"

#ifdef RECORDS_HAVE_VIEWS

namespace records = exports::test::records_of_views::records;

template <>
struct Own<exports::test::records_of_views::types::LabelParam> {
  static records::Label of(exports::test::records_of_views::types::LabelParam label) {
    return {own(label.text), own(label.tags)};
  }
};
template <>
struct Own<records::NestedParam> {
  static records::Nested of(records::NestedParam nested) {
    return {own(nested.first), own(nested.rest), own(nested.by_name), own(nested.maybe), own(nested.all)};
  }
};

#endif
