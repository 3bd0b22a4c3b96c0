#include "base/value.h"

#include <gtest/gtest.h>

#include <string>

#include "base/json.h"

namespace glasshouse {
namespace {

std::string json(Value value, JsonStyle style = JsonStyle::compact) {
  std::string out;
  append_json(out, value, style);
  return out;
}

TEST(Map, keeps_the_order_in_which_keys_were_written) {
  Arena arena;
  const Value map = Map::of(arena, {{"z", Value::number(1)}, {"a", Value::null()}});
  EXPECT_EQ(json(map), R"({"z":1,"a":null})");
}

TEST(Map, a_key_set_again_keeps_its_place) {
  Arena arena;
  Map* map = Map::make(arena);
  map->set(arena, "a", Value::number(1));
  map->set(arena, "b", Value::number(2));
  map->set(arena, "a", Value::number(3));
  EXPECT_EQ(json(Value::map(map)), R"({"a":3,"b":2})");
}

TEST(Map, finds_every_key_however_many_there_are) {
  Arena arena;
  Map* map = Map::make(arena);
  for (int i = 0; i < 5000; ++i) map->set(arena, "key-" + std::to_string(i), Value::number(i));
  for (int i = 0; i < 5000; ++i) {
    ASSERT_EQ(map->get("key-" + std::to_string(i)).as_number(), i);
  }
  EXPECT_TRUE(map->get("key-5000").is_undefined());
  EXPECT_EQ(map->size(), 5000u);
}

TEST(Value, a_look_up_in_what_is_no_map_is_undefined) {
  EXPECT_TRUE(Value()["a"].is_undefined());
  EXPECT_TRUE(Value::null()["a"].is_undefined());
  EXPECT_TRUE(Value().items().empty());
}

TEST(Value, keeps_its_mark_when_copied) {
  Arena arena;
  const Value value = Value::string(arena, "x").with_mark({7, 3});
  const Value list = List::of(arena, {value});
  EXPECT_EQ(list.items()[0].mark(), (Mark{7, 3}));
}

TEST(Value, equality_is_deep_and_does_not_look_at_the_order_of_keys) {
  Arena arena;
  const auto make = [&](bool swap) {
    const Value inner = List::of(arena, {Value::number(1), Value::string(arena, "x")});
    return swap ? Map::of(arena, {{"b", inner}, {"a", Value::boolean(true)}})
                : Map::of(arena, {{"a", Value::boolean(true)}, {"b", inner}});
  };
  EXPECT_TRUE(equal(make(false), make(true)));
  EXPECT_FALSE(equal(make(false), Map::of(arena, {{"a", Value::boolean(true)}})));
  EXPECT_FALSE(equal(Value::number(1), Value::string(arena, "1")));
}

TEST(Arena, what_it_holds_keeps_its_address_when_it_is_moved) {
  Arena arena;
  const std::string_view text = arena.copy("kept");
  const Arena moved = std::move(arena);
  EXPECT_EQ(text, "kept");
}

TEST(Arena, a_large_request_and_many_small_ones_are_aligned) {
  Arena arena;
  for (const std::size_t size : {1u, 3u, 100'000u, 7u, 5'000'000u, 1u}) {
    (void)arena.allocate(1, 1);
    const auto address = reinterpret_cast<std::uintptr_t>(arena.allocate(size, 16));
    EXPECT_EQ(address % 16, 0u);
    std::memset(reinterpret_cast<void*>(address), 0xAB, size);
  }
}

TEST(Arena, reset_keeps_one_block_for_the_next_page) {
  Arena arena;
  for (int i = 0; i < 1000; ++i) (void)arena.allocate(1000);
  arena.reset();
  const std::size_t kept = arena.used();
  for (int i = 0; i < 100; ++i) (void)arena.allocate(1000);
  EXPECT_EQ(arena.used(), kept);
}

TEST(Json, strings_are_escaped_and_numbers_are_javascripts) {
  Arena arena;
  EXPECT_EQ(json(Value::string(arena, "a\"\\\n\x01\xC3\xA9")), "\"a\\\"\\\\\\n\\u0001\xC3\xA9\"");
  EXPECT_EQ(json(List::of(arena, {Value::number(1), Value::number(0.1), Value::number(1.0 / 0.0)})),
            "[1,0.1,null]");
}

TEST(Json, undefined_members_are_left_out) {
  Arena arena;
  EXPECT_EQ(json(Map::of(arena, {{"a", Value()}, {"b", Value::number(1)}})), R"({"b":1})");
  EXPECT_EQ(json(Map::of(arena, {{"a", Value()}})), "{}");
}

TEST(Json, indented_is_laid_out_for_people) {
  Arena arena;
  const Value value = Map::of(
      arena, {{"a", List::of(arena, {Value::number(1)})}, {"b", Value::list(List::make(arena))}});
  EXPECT_EQ(json(value, JsonStyle::indented), "{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}");
}

}  // namespace
}  // namespace glasshouse
