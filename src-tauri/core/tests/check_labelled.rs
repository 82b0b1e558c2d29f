//! The check against messages whose findings people have named.

mod labelled;

#[test]
fn every_rule_finds_what_people_named_and_little_else() {
    let measured = labelled::measure(&labelled::cases());
    measured.print();
    assert_eq!(measured.shortcomings(), Vec::<String>::new());
    let (all, right) = measured.firmness;
    assert!(right * 10 >= all * 9, "{right} of {all} are as firm as people named them");
}
