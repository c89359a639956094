# Names as a source sees them: its own /etc/hosts, then the DNS servers of its own /etc/resolv.conf.

# The IPv4 addresses by name of a hosts file; the first line of a name counts.
sub read_hosts {
    my ($text) = @_;
    my %hosts;
    for ( split /\n/, $text ) {
        s/#.*//;
        my ( $address, @names ) = split;
        next if !defined $address || $address !~ /^\d+(?:\.\d+){3}$/;
        $hosts{ lc $_ } ||= $address for @names;
    }
    return \%hosts;
}

# The servers, and the names that are asked for when NAME is.
sub read_resolver {
    my ($text) = @_;
    my ( @servers, @search );
    my $ndots = 1;
    for ( split /\n/, $text ) {
        push @servers, $1 if /^\s*nameserver\s+(\d+(?:\.\d+){3})\s*$/;
        @search = split ' ', $1 if /^\s*(?:search|domain)\s+(.*)/;
        $ndots = $1 if /^\s*options\b.*\bndots:(\d+)/;
    }
    return { servers => [ @servers[ 0 .. ( $#servers > 2 ? 2 : $#servers ) ] ], search => \@search, ndots => $ndots };
}

sub candidates {
    my ( $resolver, $name ) = @_;
    my @longer = map {"$name.$_"} grep { $_ ne '.' } @{ $resolver->{search} };
    my $dots = () = $name =~ /\./g;
    return $dots >= $resolver->{ndots} ? ( $name, @longer ) : ( @longer, $name );
}

# A DNS question for the IPv4 address of NAME.
sub question {
    my ( $id, $name ) = @_;
    my $labels = join '', map { pack 'C/a', $_ } split /\./, $name;
    return pack( 'n6', $id, 0x0100, 1, 0, 0, 0 ) . $labels . pack 'C n2', 0, 1, 1;
}

# What an answer says: an address, "" for no such name, undef where it answers another question.
sub answer {
    my ( $id, $packet ) = @_;
    return undef if length $packet < 12;
    my ( $got, $flags, $questions, $answers ) = unpack 'n4', $packet;
    return undef if $got != $id || !( $flags & 0x8000 );
    my $at = 12;
    my $skip = sub {
        while ( $at < length $packet ) {
            my $size = unpack 'C', substr $packet, $at, 1;
            if ( $size >= 0xc0 ) { $at += 2; return }
            $at += 1 + $size;
            return if $size == 0;
        }
    };
    for ( 1 .. $questions ) { $skip->(); $at += 4 }
    for ( 1 .. $answers ) {
        $skip->();
        last if $at + 10 > length $packet;
        my ( $type, undef, undef, $size ) = unpack 'n2 N n', substr $packet, $at, 10;
        return join '.', unpack 'C4', substr $packet, $at + 10, 4 if $type == 1 && $size == 4;
        $at += 10 + $size;
    }
    return '';
}
